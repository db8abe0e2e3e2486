'use client'

import { useState } from 'react'
import { editorialCollections } from '#model/documents.ts'
import type { BulkResult } from '#workflow/bulk.ts'
import type { Stage } from '#model/stages.ts'
import type { TransitionName } from '#workflow/transitions.ts'
import { useApi } from '../kit/use-api.ts'
import type { StepAnswers } from '../steps/StepFields.tsx'
import type { BulkText } from './BulkSteps.tsx'

type Result = { ok: true; state: Stage } | { ok: false; message: string }

/** How many texts one request takes along: few enough that progress shows. */
const atOnce = 20

/** Takes one step on many texts, a few at a time. What a failing network leaves out can be run again. */
export function useBulkRun(): {
  results: ReadonlyMap<string, Result>
  isRunning: boolean
  /** Gives the ids on which the step was taken. */
  run: (
    texts: readonly BulkText[],
    step: { transition: TransitionName } & StepAnswers,
  ) => Promise<string[]>
} {
  const call = useApi()
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map())
  const [isRunning, setIsRunning] = useState(false)

  const run = async (
    texts: readonly BulkText[],
    step: { transition: TransitionName } & StepAnswers,
  ): Promise<string[]> => {
    setIsRunning(true)
    const done: string[] = []
    for (const collection of editorialCollections) {
      const chosen = texts.filter((text) => text.collection === collection)
      const ids = chosen.map(({ id }) => id)
      const digests = new Map(chosen.map(({ id, digest }) => [id, digest]))
      for (let at = 0; at < ids.length; at += atOnce) {
        const part = ids.slice(at, at + atOnce)
        const answer = await call<{ results: BulkResult[] }>(`/${collection}/transitions`, {
          method: 'POST',
          body: {
            ids: part,
            expectedDigests: Object.fromEntries(part.map((id) => [id, digests.get(id)])),
            ...step,
          },
        })
        const found = answer.ok
          ? answer.body.results.map((result) => [result.id, toResult(result)] as const)
          : part.map((id) => [id, { ok: false, message: answer.message } as const] as const)
        done.push(...found.flatMap(([id, { ok }]) => (ok ? [id] : [])))
        setResults((known) => new Map([...known, ...found]))
      }
    }
    setIsRunning(false)
    return done
  }

  return { results, isRunning, run }
}

function toResult(result: BulkResult): Result {
  if (result.ok) return { ok: true, state: result.state }
  const { message, details = [] } = result.error
  return { ok: false, message: [message, ...details.map(({ reason }) => reason)].join(' ') }
}
