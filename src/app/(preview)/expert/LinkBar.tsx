import { expertWords } from '#admin/words/expert.ts'
import { formatsIn } from '#admin/words/formats.ts'
import type { Language } from '#model/text.ts'
import portrait from '../preview/portrait.module.css'

/** Says for whom a link was made, and until when it holds. */
export function LinkBar(props: { language: Language; reader: string | null; expiresAt: string }) {
  const { language, reader, expiresAt } = props
  const { title, askedFor, until } = expertWords
  return (
    <aside aria-label={title[language]} className={portrait.bar} lang={language}>
      <strong>
        {reader === null ? title[language] : askedFor[language].replace('{{reader}}', () => reader)}
      </strong>
      <span>{until[language].replace('{{when}}', formatsIn(language).moment(expiresAt))}</span>
    </aside>
  )
}
