import styles from '../portrait.module.css'

/** A short line above or beside the text. */
export function Line({ value }: { value: string | null }) {
  return value === null ? null : <p className={styles.line}>{value}</p>
}

/** What the page is called. */
export function Headline({ value }: { value: string }) {
  return <h1 className={styles.headline}>{value || 'Ohne Überschrift'}</h1>
}

/** Running text, a paragraph a line. */
export function Paragraphs({ value }: { value: string }) {
  return value
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph, index) => (
      <p className={styles.intro} key={index}>
        {paragraph}
      </p>
    ))
}
