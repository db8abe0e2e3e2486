'use client'

import { expertWords } from '#admin/words/expert.ts'
import type { Language } from '#model/text.ts'
import { mostPassages } from './draft.ts'
import styles from './expert.module.css'
import { FaultNote, faultProps } from './FaultNote.tsx'
import { PassageFields } from './PassageFields.tsx'
import { places, type AnswerInWork } from './use-answer.ts'

/** Name, verdict, reasons and comments on passages. */
export function OpinionForm({ answer, language }: { answer: AnswerInWork; language: Language }) {
  const { draft, faults, failure, isSending, change } = answer
  const say = (name: keyof typeof expertWords) => expertWords[name][language]
  return (
    <form
      aria-labelledby="opinion-title"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void answer.send()
      }}
    >
      <h2 id="opinion-title">{say('yourOpinion')}</h2>
      <p className={styles.note}>{say('explains')}</p>
      <label className={styles.field} htmlFor="name">
        {say('name')}
      </label>
      <input
        aria-required
        autoComplete="name"
        className={styles.input}
        id="name"
        maxLength={200}
        onChange={({ target }) => {
          change({ name: target.value })
        }}
        value={draft.name}
        {...faultProps(faults, 'name')}
      />
      <FaultNote faults={faults} field="name" language={language} />
      <fieldset className={styles.choice} {...faultProps(faults, 'opinion')}>
        <legend>{say('opinion')}</legend>
        {(['agree', 'object'] as const).map((opinion) => (
          <label key={opinion}>
            <input
              checked={draft.opinion === opinion}
              // The first of them takes the focus when a verdict is missing.
              id={opinion === 'agree' ? 'opinion' : undefined}
              name="opinion"
              onChange={() => {
                change({ opinion })
              }}
              type="radio"
            />
            {say(opinion)}
          </label>
        ))}
      </fieldset>
      <FaultNote faults={faults} field="opinion" language={language} />
      <label className={styles.field} htmlFor="comment">
        {say('comment')}
      </label>
      <textarea
        className={styles.input}
        id="comment"
        maxLength={10_000}
        onChange={({ target }) => {
          change({ comment: target.value })
        }}
        rows={4}
        value={draft.comment}
      />
      <h3>{say('passages')}</h3>
      <p className={styles.note}>{say('passagesExplain')}</p>
      {draft.passages.map((passage, index) => (
        <PassageFields
          answer={answer}
          key={passage.id}
          language={language}
          number={index + 1}
          passage={passage}
        />
      ))}
      {draft.passages.length < mostPassages ? (
        <button
          className={styles.button}
          id={places.addPassage}
          onClick={() => {
            answer.addPassage(null)
          }}
          type="button"
        >
          {say('addPassage')}
        </button>
      ) : null}
      {failure === null ? null : (
        <p className={styles.failure} id={places.failure} role="alert" tabIndex={-1}>
          {failure}
        </p>
      )}
      <p>
        <button aria-disabled={isSending} className={styles.send} type="submit">
          {say(isSending ? 'sending' : 'send')}
        </button>
      </p>
    </form>
  )
}
