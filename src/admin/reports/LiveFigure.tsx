'use client'

import type { LivePoint } from '#newsroom/reports/live-counts.ts'
import { useWords } from '../words/use-words.ts'
import { Figure } from './Figure.tsx'
import { LiveChart } from './lazy-charts.ts'

/** How many texts were live, week by week. */
export function LiveFigure({ points }: { points: readonly LivePoint[] }) {
  const { say, format } = useWords()
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const rows = points.map(({ at, documents }) => ({ day: format.date(at), documents }))
  return (
    <Figure
      chart={<LiveChart format={format.number} name={say('reports:live')} points={rows} />}
      columns={[{ label: say('reports:day') }, { label: say('reports:live'), isNumber: true }]}
      rows={rows.toReversed().map(({ day, documents }) => [day, format.number(documents)] as const)}
      summary={say('reports:liveSummary', {
        from: format.date(first.at),
        to: format.date(last.at),
        first: format.number(first.documents),
        last: format.number(last.documents),
      })}
      title={say('reports:live')}
    />
  )
}
