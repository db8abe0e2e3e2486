import type { PreviewPage } from '#workflow/preview/page.ts'
import styles from './portrait.module.css'

/** What stands around the text on a site's page: jobs, related portraits, sources, provenance. */
export function Surroundings({ page }: { page: PreviewPage }) {
  const { jobs, profile, neighbours, sources, provenance } = page
  const hasMore = profile !== null || neighbours.length > 0
  const isMachineMade = provenance.origin !== null && provenance.origin !== 'human'
  if (!hasMore && !isMachineMade && jobs.length === 0 && sources.length === 0) return null
  return (
    <div className={styles.around}>
      {jobs.length > 0 ? (
        <section aria-labelledby="jobs">
          <h2 id="jobs">Aktuelle Stellen</h2>
          <ul className={styles.plain}>
            {jobs.map(({ id, url, title, hiringOrganization, city }) => (
              <li key={id}>
                <a href={url} rel="noopener nofollow">
                  {title}
                </a>
                <br />
                {[hiringOrganization, city].filter((part) => part !== null).join(', ')}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {hasMore ? (
        <section aria-labelledby="more">
          <h2 id="more">Mehr zum Beruf</h2>
          <ul className={styles.plain}>
            {profile === null ? null : <li>Bundesweit: {profile}</li>}
            {neighbours.map(({ id, name, headline }) => (
              <li key={id}>
                {name}: {headline}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {sources.length > 0 ? (
        <section aria-labelledby="sources">
          <h2 id="sources">Quellen</h2>
          <ul>
            {sources.map(({ id, name, publisher, url }) => (
              <li key={id}>
                {url === null ? name : <a href={url}>{name}</a>}
                {publisher === null ? '' : `, ${publisher}`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Provenance provenance={provenance} />
    </div>
  )
}

const origins = {
  'ai-assisted': 'Dieser Text ist mit Hilfe von künstlicher Intelligenz entstanden.',
  'ai-generated': 'Diesen Text hat eine künstliche Intelligenz geschrieben.',
} as const

/** Art. 50 of the AI Act: machine-made text says so, and who answers for it. */
function Provenance({ provenance }: Pick<PreviewPage, 'provenance'>) {
  const { origin, responsible } = provenance
  if (origin === null || origin === 'human') return null
  return (
    <p className={styles.provenance}>
      {origins[origin]}
      {responsible === null ? '' : ` Verantwortlich: ${responsible}.`}
    </p>
  )
}
