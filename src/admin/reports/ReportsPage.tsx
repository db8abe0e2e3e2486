import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { readReport } from '#newsroom/reports/report.ts'
import { demandPerson, Frame } from '../kit/Frame.tsx'
import { Empty } from '../kit/Empty.tsx'
import { sayWith } from '../words/say.ts'
import { LaenderFigure } from './LaenderFigure.tsx'
import { LiveFigure } from './LiveFigure.tsx'
import { StagesFigure } from './StagesFigure.tsx'
import styles from './reports.module.css'

/** Weeks before now that the page can look at, by the name in its address. */
const periods = { quarter: 13, year: 52 } as const
type Period = keyof typeof periods

/** The house in figures, for editors and the administration: charts, and each as a table. */
export async function ReportsPage(view: AdminViewServerProps) {
  demandPerson(view)
  const { req } = view.initPageResult
  const say = sayWith(req.i18n)
  const actor = actorOf(req)
  if (!isPerson(actor) || actor.role === 'author') {
    return (
      <Frame title={say('reports:title')} view={view}>
        <Empty>
          <p>{say('kit:notAllowed')}</p>
        </Empty>
      </Frame>
    )
  }
  const chosen: Period = view.searchParams?.period === 'year' ? 'year' : 'quarter'
  const { live, stages, laender, from, to } = await readReport(req, periods[chosen])
  return (
    <Frame
      actions={
        <>
        <nav aria-label={say('reports:period')} className={styles.periods}>
          {(['quarter', 'year'] as const).map((period) => (
            <Link
              aria-current={period === chosen ? 'page' : undefined}
              className={styles.period}
              href={`/admin/reports?period=${period}`}
              key={period}
              prefetch={false}
            >
              {say(`reports:${period}`)}
            </Link>
          ))}
        </nav>
          <a
            className={styles.period}
            download="zahlen.csv"
            href={`/api/newsroom/report.csv?weeks=${String(periods[chosen])}`}
          >
            {say('reports:csv')}
          </a>
        </>
      }
      title={say('reports:title')}
      view={view}
    >
      <LiveFigure points={live} />
      <StagesFigure from={from} stages={stages} to={to} />
      <LaenderFigure laender={laender} />
    </Frame>
  )
}
