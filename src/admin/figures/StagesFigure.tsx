'use client'

import type { StageTimes } from '#newsroom/reports/buckets.ts'
import { stageLabels, stages as allStages } from '#model/stages.ts'
import { Empty } from '../kit/Empty.tsx'
import type { Formats } from '../words/formats.ts'
import type { Say } from '../words/say.ts'
import { useWords } from '../words/use-words.ts'
import { Figure } from './Figure.tsx'
import { StagesChart } from './lazy-charts.ts'

/** How long texts stayed in the stages in which somebody has to do something. */
export function StagesFigure(props: { stages: readonly StageTimes[]; from: string; to: string }) {
  const { from, to } = props
  const { say, pick, format } = useWords()
  const stages = allStages.flatMap((stage) => {
    const times = props.stages.find((one) => one.stage === stage)
    if (!times || stage === 'live' || stage === 'archived') return []
    return [{ ...times, name: pick(stageLabels[stage]) }]
  })
  const length = (hours: number) => lengthInWords(hours, say, format)
  if (stages.length === 0) {
    return (
      <section>
        <h2>{say('figures:stages')}</h2>
        <Empty>
          <p>{say('figures:stagesEmpty')}</p>
        </Empty>
      </section>
    )
  }
  return (
    <Figure
      chart={
        <StagesChart
          // The axis begins at nothing.
          format={(hours) => (hours === 0 ? format.number(0) : length(hours))}
          names={{ median: say('figures:median'), slowest: say('figures:slowest') }}
          stages={stages.map(({ name, medianHours, p90Hours }) => ({
            name,
            median: medianHours,
            slowest: p90Hours,
          }))}
        />
      }
      columns={[
        { label: say('figures:stage') },
        { label: say('figures:stays'), isNumber: true },
        { label: say('figures:median'), isNumber: true },
        { label: say('figures:slowest'), isNumber: true },
      ]}
      rows={stages.map(({ name, stays, medianHours, p90Hours }) => [
        name,
        format.number(stays),
        length(medianHours),
        length(p90Hours),
      ])}
      summary={say('figures:stagesSummary', { from: format.date(from), to: format.date(to) })}
      title={say('figures:stages')}
    />
  )
}

/** A length of time as people say it: hours up to two days, then days. */
function lengthInWords(hours: number, say: Say, format: Formats): string {
  if (hours < 1) return say('figures:underAnHour')
  const isLong = hours >= 48
  const count = isLong ? Math.round(hours / 2.4) / 10 : Math.round(hours)
  return say(isLong ? 'figures:days' : 'figures:hours', { count, number: format.number(count) })
}
