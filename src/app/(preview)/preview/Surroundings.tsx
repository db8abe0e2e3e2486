import type { PreviewPage } from '#preview/page.ts'
import { Blocks, type ReadingRoom } from './blocks/Blocks.tsx'
import styles from './portrait.module.css'
import { around } from './PortraitArticle.tsx'

/** What stands around the text on a site's page: jobs, related portraits, sources, provenance. */
export function Surroundings({ page, room }: { page: PreviewPage; room: ReadingRoom }) {
  const { jobs, profile, neighbours, text } = page
  const hasMore = profile !== null || neighbours.length > 0
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
      <Blocks are={(block) => around.includes(block)} room={room} text={text} />
    </div>
  )
}
