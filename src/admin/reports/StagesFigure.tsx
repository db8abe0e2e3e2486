'use client'

import type { StageTimes } from '#newsroom/reports/buckets.ts'
import { stageLabels, stages as allStages } from '#model/stages.ts'
import { Empty } from '../kit/Empty.tsx'
import { useWords } from '../words/use-words.ts'
import { Figure } from './Figure.tsx'
import { StagesChart } from './lazy-charts.ts'
import { lengthInWords } from './length.ts'

/** How long texts stayed in the stages in which somebody has to do something. */
export function StagesFigure(props: { stages: readonly StageTimes[]; from: string; to: string }) {
  const { from, to } = props
  const { say, pick, format } = useWords()
  const stages = allStages.flatMap((stage) => {
    const times = props.stages.find((one) => one.stage === stage)
    if (!times || stage === 'live' || stage === 'archived') return []
    return [{ ...times, name: pick(stageLabels[stage]) }]
  })
  const length = (hours: number) => lengthInWords(hours, { say, format })
  if (stages.length === 0) {
    return (
      <section>
        <h2>{say('reports:stages')}</h2>
        <Empty>
          <p>{say('reports:stagesEmpty')}</p>
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
          names={{ median: say('reports:median'), slowest: say('reports:slowest') }}
          stages={stages.map(({ name, medianHours, p90Hours }) => ({
            name,
            median: medianHours,
            slowest: p90Hours,
          }))}
        />
      }
      columns={[
        { label: say('reports:stage') },
        { label: say('reports:stays'), isNumber: true },
        { label: say('reports:median'), isNumber: true },
        { label: say('reports:slowest'), isNumber: true },
      ]}
      rows={stages.map(({ name, stays, medianHours, p90Hours }) => [
        name,
        format.number(stays),
        length(medianHours),
        length(p90Hours),
      ])}
      summary={say('reports:stagesSummary', { from: format.date(from), to: format.date(to) })}
      title={say('reports:stages')}
    />
  )
}
