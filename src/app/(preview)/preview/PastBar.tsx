import { formatsIn } from '#admin/words/formats.ts'
import { previewWords } from '#admin/words/preview.ts'
import type { EditorialCollection } from '#model/documents.ts'
import type { Language } from '#model/text.ts'
import type { PastPage } from '#preview/past-page.ts'
import styles from './portrait.module.css'

/** Says which text of the history this is, and that it is none that is worked on. */
export function PastBar(props: {
  language: Language
  document: { collection: EditorialCollection; id: string }
  of: Omit<PastPage, 'page'>
}) {
  const { language, document, of } = props
  const { writtenAt, writtenBy, isWorking, isLive } = of
  const say = (name: keyof typeof previewWords) => previewWords[name][language]
  const which = say(writtenBy ? 'pastBy' : 'past')
    .replace('{{when}}', formatsIn(language).moment(writtenAt))
    // A function: in a name, a dollar sign is one.
    .replace('{{name}}', () => writtenBy?.name ?? '')
  const standing = isLive
    ? isWorking
      ? 'pastIsBoth'
      : 'pastIsLive'
    : isWorking
      ? 'pastIsWorking'
      : 'pastIsNeither'
  return (
    <aside aria-label={say('preview')} className={styles.bar} lang={language}>
      <span>
        {which} {say(standing)}
      </span>
      <span className={styles.share}>
        <a href={`/admin/collections/${document.collection}/${document.id}/history`}>
          {say('toHistory')}
        </a>
      </span>
    </aside>
  )
}
