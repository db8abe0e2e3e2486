import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import type { Language } from '#model/text.ts'
import type { NewsroomText } from '#newsroom/lists/entries.ts'
import { Empty } from '../kit/Empty.tsx'
import { pathOfTexts } from '../texts/paths.ts'
import { TextItem } from '../texts/TextItem.tsx'
import textStyles from '../texts/texts.module.css'
import type { Formats } from '../words/formats.ts'
import type { Word } from '../words/index.ts'
import type { Say } from '../words/say.ts'
import styles from './home.module.css'

/** The reader's language, in the forms that the parts of the page need. */
export interface PartContext {
  say: Say
  language: Language
  format: Formats
  now: Date
}

/** One part of the home page: a few texts, how many there are, and the way to all of them. */
export function HomePart(props: {
  context: PartContext
  title: Word
  part: { texts: readonly NewsroomText[]; total: number }
  /** The filter that shows all of them in the list. */
  all: Readonly<Record<string, string>>
  empty?: Word
  action?: ReactNode
  to?: 'form' | 'review'
  /** In the place of the plain items. */
  children?: ReactNode
}) {
  const { context, title, part, all, empty, action, to = 'form', children } = props
  const { say, format } = context
  const id = title.replace(':', '-')
  return (
    <section aria-labelledby={id} className={styles.part}>
      <div className={styles.partHead}>
        <h2 className={styles.title} id={id}>
          {say(title)}{' '}
          <Link
            aria-label={`${say(title)}: ${format.number(part.total)}`}
            className={styles.total}
            href={pathOfTexts(all)}
            prefetch={false}
          >
            {format.number(part.total)}
          </Link>
        </h2>
        {action}
      </div>
      {part.texts.length === 0 ? (
        <Empty>{empty ? <p>{say(empty)}</p> : null}</Empty>
      ) : (
        <ul className={textStyles.list}>
          {children ??
            part.texts.map((text) => <TextItem key={text.id} text={text} to={to} {...context} />)}
        </ul>
      )}
      {part.total > part.texts.length ? (
        <Link className={styles.all} href={pathOfTexts(all)} prefetch={false}>
          {say('home:all', { total: format.number(part.total) })}
        </Link>
      ) : null}
    </section>
  )
}
