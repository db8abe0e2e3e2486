'use client'

import { useState } from 'react'
import type { BulkResult } from '#workflow/bulk.ts'
import type { TransitionName } from '#workflow/transitions.ts'
import { useSend } from '../kit/use-send.ts'
import type { StepAnswers } from '../steps/answers.ts'
import { batchesOf, outcomesOf, type BulkText, type Outcome } from './batches.ts'

/** Takes one step on many texts, a few at a time. What a failing network leaves out can be run again. */
export function useBulkRun(): {
  results: ReadonlyMap<string, Outcome>
  isRunning: boolean
  /** Gives the ids on which the step was taken. */
  run: (
    texts: readonly BulkText[],
    step: { transition: TransitionName } & StepAnswers,
  ) => Promise<string[]>
} {
  const { send } = useSend<{ results: BulkResult[] }>()
  const [results, setResults] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [isRunning, setIsRunning] = useState(false)

  const run = async (
    texts: readonly BulkText[],
    step: { transition: TransitionName } & StepAnswers,
  ): Promise<string[]> => {
    setIsRunning(true)
    const done: string[] = []
    for (const batch of batchesOf(texts)) {
      const { collection, ids, expectedDigests } = batch
      const answer = await send(`/${collection}/transitions`, {
        method: 'POST',
        body: { ids, expectedDigests, ...step },
      })
      const found = outcomesOf(batch, answer)
      done.push(...found.flatMap(([id, { ok }]) => (ok ? [id] : [])))
      setResults((known) => new Map([...known, ...found]))
    }
    setIsRunning(false)
    return done
  }

  return { results, isRunning, run }
}
