'use client'

import { landOfAgs } from '#model/codes/region.ts'
import type { LandCoverage } from '#newsroom/reports/report.ts'
import { Empty } from '../kit/Empty.tsx'
import { useWords } from '../words/use-words.ts'
import { Figure } from './Figure.tsx'
import { LaenderChart } from './lazy-charts.ts'

/** What there is of each Land, and how much there could be. */
export function LaenderFigure({ laender }: { laender: readonly LandCoverage[] }) {
  const { say, format } = useWords()
  const rows = laender.map((coverage) => ({
    ...coverage,
    name: landOfAgs(coverage.land ?? '')?.name ?? say('reports:withoutLand'),
  }))
  const sum = (pick: (row: LandCoverage) => number) =>
    format.number(laender.reduce((total, row) => total + pick(row), 0))
  if (rows.length === 0) {
    return (
      <section>
        <h2>{say('reports:laender')}</h2>
        <Empty>
          <p>{say('reports:laenderEmpty')}</p>
        </Empty>
      </section>
    )
  }
  return (
    <Figure
      chart={
        <LaenderChart
          format={format.number}
          laender={rows.map(({ name, live, inWork }) => ({ name, live, inWork }))}
          names={{ live: say('reports:isLive'), inWork: say('reports:inWork') }}
        />
      }
      columns={[
        { label: say('reports:land') },
        { label: say('reports:isLive'), isNumber: true },
        { label: say('reports:inWork'), isNumber: true },
        { label: say('reports:share'), isNumber: true },
      ]}
      note={say('reports:shareExplained')}
      rows={rows.map(({ name, live, inWork, pairs }) => [
        name,
        format.number(live),
        format.number(inWork),
        pairs === 0 ? say('kit:none') : format.percent(live / pairs),
      ])}
      summary={say('reports:laenderSummary', {
        count: rows.length,
        live: sum(({ live }) => live),
        inWork: sum(({ inWork }) => inWork),
      })}
      title={say('reports:laender')}
    />
  )
}
