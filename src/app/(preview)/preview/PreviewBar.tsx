'use client'

import type { EditorialCollection } from '#model/documents.ts'
import type { Language } from '#model/text.ts'
import { previewWords } from '#admin/words/preview.ts'
import styles from './portrait.module.css'
import { useCopiedLink } from './use-copied-link.ts'

/** Says that this is a preview; where it is of a document, gives the link to show it to others. */
export function PreviewBar(props: {
  language: Language
  document?: { collection: EditorialCollection; id: string }
  isBehind?: boolean
}) {
  const { language, document, isBehind = false } = props
  const say = (name: keyof typeof previewWords) => previewWords[name][language]
  return (
    <aside aria-label={say('preview')} className={styles.bar} lang={language}>
      <span>{say(document ? 'workingCopy' : 'boundText')}</span>
      <span className={styles.behind} role="status">
        {isBehind ? say('behind') : ''}
      </span>
      {document ? <CopyLink document={document} language={language} /> : null}
    </aside>
  )
}

function CopyLink(props: {
  language: Language
  document: { collection: EditorialCollection; id: string }
}) {
  const { language, document } = props
  const { message, link, copy } = useCopiedLink(document, language)
  return (
    <span className={styles.share}>
      <button className={styles.button} onClick={() => void copy()} type="button">
        {previewWords.copyLink[language]}
      </button>
      <span role="status">{message}</span>
      {link === null ? null : (
        <input
          aria-label={previewWords.link[language]}
          className={styles.link}
          onFocus={(event) => {
            event.target.select()
          }}
          readOnly
          value={link}
        />
      )}
    </span>
  )
}
