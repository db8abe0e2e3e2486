'use client'

import { useRef, type ReactNode } from 'react'
import { expertWords } from '#admin/words/expert.ts'
import type { Language } from '#model/text.ts'
import styles from './expert.module.css'
import { OpinionForm } from './OpinionForm.tsx'
import { places, useAnswer } from './use-answer.ts'
import { useMark } from './use-mark.ts'

/** A text, and beside it what an expert says of it. */
export function ExpertReview(props: {
  token: string
  texts: readonly string[]
  language: Language
  /** The text itself. */
  children: ReactNode
}) {
  const { token, texts, language, children } = props
  const answer = useAnswer({ token, texts, language })
  const text = useRef<HTMLDivElement>(null)
  const mark = useMark(text)
  return (
    <main className={styles.page}>
      <div className={styles.text} ref={text}>
        {children}
      </div>
      <section
        aria-labelledby={answer.isSent ? places.thanks : 'opinion-title'}
        className={styles.answer}
        lang={language}
      >
        {answer.isSent ? (
          <>
            <h2 id={places.thanks} tabIndex={-1}>
              {expertWords.thanks[language]}
            </h2>
            <p>{expertWords.thanksExplain[language]}</p>
          </>
        ) : (
          <OpinionForm answer={answer} language={language} />
        )}
      </section>
      {mark && !answer.isSent ? (
        <button
          className={styles.mark}
          lang={language}
          onClick={() => {
            answer.addPassage(mark)
          }}
          // The words stay marked until they are taken over.
          onPointerDown={(event) => {
            event.preventDefault()
          }}
          type="button"
        >
          {expertWords.addMarked[language]}
        </button>
      ) : null}
    </main>
  )
}
