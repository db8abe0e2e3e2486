'use client'

import { expertWords } from '#admin/words/expert.ts'
import type { Language } from '#model/text.ts'
import { fieldsOf, type PassageDraft } from './draft.ts'
import styles from './expert.module.css'
import { FaultNote, faultProps } from './FaultNote.tsx'
import type { AnswerInWork } from './use-answer.ts'

/** A passage of the text, in its own words, and the comment on it. */
export function PassageFields(props: {
  answer: AnswerInWork
  passage: PassageDraft
  number: number
  language: Language
}) {
  const { answer, passage, number, language } = props
  const { faults, changePassage } = answer
  const ids = fieldsOf(passage)
  const numbered = (name: 'passage' | 'removePassage') =>
    expertWords[name][language].replace('{{number}}', String(number))
  return (
    <fieldset className={styles.passage}>
      <legend>{numbered('passage')}</legend>
      <label className={styles.field} htmlFor={ids.quote}>
        {expertWords.quote[language]}
      </label>
      <textarea
        className={styles.input}
        id={ids.quote}
        lang="de"
        maxLength={5000}
        onChange={({ target }) => {
          // Other words than those that were marked stand elsewhere.
          changePassage(passage.id, { quote: target.value, prefix: '', suffix: '' })
        }}
        rows={2}
        value={passage.quote}
        {...faultProps(faults, ids.quote)}
      />
      <FaultNote faults={faults} field={ids.quote} language={language} />
      <label className={styles.field} htmlFor={ids.body}>
        {expertWords.body[language]}
      </label>
      <textarea
        className={styles.input}
        id={ids.body}
        maxLength={10_000}
        onChange={({ target }) => {
          changePassage(passage.id, { body: target.value })
        }}
        rows={3}
        value={passage.body}
        {...faultProps(faults, ids.body)}
      />
      <FaultNote faults={faults} field={ids.body} language={language} />
      <button
        className={styles.button}
        onClick={() => {
          answer.removePassage(passage.id)
        }}
        type="button"
      >
        {numbered('removePassage')}
      </button>
    </fieldset>
  )
}
