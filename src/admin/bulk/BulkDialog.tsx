'use client'

import { useState } from 'react'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { filledIn, isAnswered, type StepAnswers } from '../steps/answers.ts'
import { StepFields } from '../steps/StepFields.tsx'
import { ScrollArea } from '../kit/ScrollArea.tsx'
import { StageBadge } from '../kit/StageBadge.tsx'
import { useWords } from '../words/use-words.ts'
import type { BulkText } from './batches.ts'
import { useBulkRun } from './use-bulk-run.ts'
import styles from './bulk.module.css'

/** Asks for what a step needs, takes it on each of some texts, and says what became of each. */
export function BulkDialog(props: {
  texts: readonly BulkText[]
  transition: TransitionName
  onClose: () => void
  onDone: (done: readonly string[]) => void
}) {
  const { transition, onClose, onDone } = props
  const { say, pick, format, language } = useWords()
  const [texts] = useState(props.texts)
  const [answers, setAnswers] = useState<StepAnswers>({})
  const { results, isRunning, run } = useBulkRun()
  const step = pick(transitions[transition].label)
  const open = texts.filter(({ id }) => results.get(id)?.ok !== true)
  const done = texts.length - open.length
  const isOver = results.size > 0 && !isRunning
  const start = () => {
    void run(open, { transition, ...filledIn(answers) }).then(onDone)
  }
  return (
    <Dialog
      onClose={onClose}
      title={say('bulk:title', { step, count: texts.length })}
      {...(isOver && open.length === 0
        ? {}
        : {
            confirm: {
              label: isOver ? say('bulk:again') : step,
              isDisabled: isRunning || !isAnswered(transition, answers),
              onClick: start,
            },
          })}
    >
      {results.size === 0 && !isRunning ? (
        <>
          <p>{say('bulk:each')}</p>
          <StepFields
            answers={answers}
            onChange={setAnswers}
            stage={null}
            transition={transition}
          />
        </>
      ) : (
        <>
          <p aria-live="polite">
            {isRunning
              ? say('bulk:progress', {
                  done: format.number(results.size),
                  total: format.number(texts.length),
                })
              : say('bulk:summary', {
                  done: format.number(done),
                  refused: format.number(open.length),
                })}
          </p>
          <progress className={styles.progress} max={texts.length} value={results.size} />
          <ScrollArea className={styles.results} label={say('bulk:result')}>
            <table className={kit.table}>
              <thead>
                <tr>
                  <th scope="col">{say('bulk:text')}</th>
                  <th scope="col">{say('bulk:result')}</th>
                </tr>
              </thead>
              <tbody>
                {texts.flatMap(({ id, title }) => {
                  const result = results.get(id)
                  return result ? (
                    <tr key={id}>
                      <td>{title || say('texts:untitled')}</td>
                      <td>
                        {result.ok ? (
                          <StageBadge language={language} stage={result.state} />
                        ) : (
                          <span className={styles.refusal}>{result.message}</span>
                        )}
                      </td>
                    </tr>
                  ) : (
                    []
                  )
                })}
              </tbody>
            </table>
          </ScrollArea>
        </>
      )}
    </Dialog>
  )
}
