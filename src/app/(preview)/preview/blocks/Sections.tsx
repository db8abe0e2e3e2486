import type { ReactNode } from 'react'
import type { ShownText } from '#portrait/delivered.ts'
import styles from '../portrait.module.css'

/** The sections of a text. What says the pay in figures stands below the section that tells of it. */
export function Sections(props: { value: ShownText['sections']; pay?: ReactNode }) {
  const { value, pay = null } = props
  const place = value.findLastIndex(({ kind }) => kind === 'verdienst')
  return (
    <>
      {value.map(({ heading, html = '' }, index) => (
        <section className={styles.text} key={index}>
          {heading === null ? null : <h2>{heading}</h2>}
          {/* Of this house's own making, where every text is escaped: see rich-text/html.ts. */}
          <div dangerouslySetInnerHTML={{ __html: html }} />
          {index === place ? pay : null}
        </section>
      ))}
      {place === -1 ? pay : null}
    </>
  )
}
