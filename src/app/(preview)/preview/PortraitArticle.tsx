import type { PreviewPage } from '#workflow/preview/page.ts'
import styles from './portrait.module.css'
import { Pictures } from './Pictures.tsx'
import { SalaryTable } from './SalaryTable.tsx'

/** The text of a portrait as a site would show it. */
export function PortraitArticle({ page }: { page: PreviewPage }) {
  const { profession, region, kicker, headline, intro, sections, salaryFigures, media } = page
  const pay = sections.findLastIndex(({ kind }) => kind === 'verdienst')
  const trail = ['Berufe', profession, region].filter((part) => part !== null)
  return (
    <article className={styles.article}>
      <header>
        <p className={styles.trail}>{trail.join(' › ')}</p>
        {kicker === null ? null : <p className={styles.kicker}>{kicker}</p>}
        <h1 className={styles.headline}>{headline || 'Ohne Überschrift'}</h1>
        {intro
          .split('\n')
          .filter((paragraph) => paragraph.trim() !== '')
          .map((paragraph, index) => (
            <p className={styles.intro} key={index}>
              {paragraph}
            </p>
          ))}
      </header>
      <Pictures pictures={media} />
      {sections.map(({ heading, html = '' }, index) => (
        <section className={styles.text} key={index}>
          {heading === null ? null : <h2>{heading}</h2>}
          {/* Of this house's own making, where every text is escaped: see rich-text/html.ts. */}
          <div dangerouslySetInnerHTML={{ __html: html }} />
          {index === pay ? <SalaryTable figures={salaryFigures} /> : null}
        </section>
      ))}
      {pay === -1 ? <SalaryTable figures={salaryFigures} /> : null}
    </article>
  )
}
