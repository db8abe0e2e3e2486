import { expertWords } from '#admin/words/expert.ts'
import type { Language } from '#model/text.ts'
import portrait from '../preview/portrait.module.css'
import { closedWords, unknownLink } from './closed.ts'

/** Why a link opens nothing, and what to do about it. */
export function ClosedLink({ code, language }: { code: string; language: Language }) {
  const { title, text } = closedWords(code) ?? unknownLink
  return (
    <main className={portrait.refused} lang={language}>
      <h1 className={portrait.headline}>{expertWords[title][language]}</h1>
      <p>{expertWords[text][language]}</p>
    </main>
  )
}
