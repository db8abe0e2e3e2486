'use client'

import {
  useDocumentInfo,
  useForm,
  useFormBackgroundProcessing,
  useFormModified,
  useFormProcessing,
} from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useWarningBeforeLeaving } from '../kit/use-warning-before-leaving.ts'

/** How the words on the screen stand to those on the server. */
export type Saving = 'saved' | 'unsaved' | 'saving' | Failure
/** Why a save has not come through: no server, no session any more, or a server that refuses. */
type Failure = 'unreachable' | 'signedOut' | 'refused'

/** Payload saves a moment after the last key; what is not saved by then has failed. */
const patience = 2500
const longestWait = 30_000
/** So often a server that refuses is asked once more. */
const mostRefusals = 2
/** A save that takes longer has failed, whatever Payload waits for. */
const longestSave = 10_000

/**
 * Watches Payload's autosave, which tells nobody when it has failed and does not try again: as long
 * as the server cannot be reached it is asked again and again, and what was typed is saved as soon as it
 * answers. Nobody leaves the page unasked before.
 */
export function useSaving(options: { isPaused: boolean }): {
  saving: Saving
  saveNow: () => Promise<void>
} {
  const { isPaused } = options
  const { id, collectionSlug } = useDocumentInfo()
  const { submit, setBackgroundProcessing } = useForm()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const isAutosaving = useFormBackgroundProcessing()
  const isBusy = isProcessing || isAutosaving
  const [failure, setFailure] = useState<Failure | null>(null)
  const refusals = useRef(0)
  const address = `/api/${String(collectionSlug)}/${String(id)}`

  const saveNow = useCallback(async () => {
    // What is typed while a save is under way stays unsaved: Payload looks at this to know.
    setBackgroundProcessing(true)
    const saved = submit({
      acceptValues: { overrideLocalChanges: false },
      action: `${address}?autosave=true&depth=0&draft=true&fallback-locale=null`,
      disableFormWhileProcessing: false,
      disableSuccessStatus: true,
      method: 'PATCH',
      overrides: { _status: 'draft' },
      skipValidation: true,
    })
    // After a save Payload draws the form anew on the server; a network that failed in between can
    // leave that unanswered for good.
    await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, longestSave))])
    setBackgroundProcessing(false)
  }, [submit, setBackgroundProcessing, address])
  const latest = useRef({ saveNow, address })
  useEffect(() => {
    latest.current = { saveNow, address }
  })

  const isWatching = isModified && !isPaused
  const [wasWatching, setWasWatching] = useState(isWatching)
  if (isWatching !== wasWatching) {
    setWasWatching(isWatching)
    setFailure(null)
  }

  useEffect(() => {
    if (!isWatching) refusals.current = 0
  }, [isWatching])

  useEffect(() => {
    if (!isWatching) return
    let isOver = false
    let wait = patience
    let timer = setTimeout(attempt, isBusy ? longestSave : wait)
    function attempt() {
      clearTimeout(timer)
      void findObstacle(latest.current.address).then(async (obstacle) => {
        if (isOver) return
        setFailure(obstacle ?? 'refused')
        if (obstacle === null) {
          // What a server that answers does not take is not pressed on it; the next change is.
          refusals.current += 1
          return refusals.current > mostRefusals ? undefined : latest.current.saveNow()
        }
        wait = Math.min(wait * 2, longestWait)
        timer = setTimeout(attempt, wait)
      })
    }
    window.addEventListener('online', attempt)
    return () => {
      isOver = true
      clearTimeout(timer)
      window.removeEventListener('online', attempt)
    }
  }, [isWatching, isBusy])

  useWarningBeforeLeaving(isModified)

  if (failure !== null) return { saving: failure, saveNow }
  if (!isModified) return { saving: 'saved', saveNow }
  return { saving: isBusy ? 'saving' : 'unsaved', saveNow }
}

/** What stands in the way of a save; null where the server answers this person. */
async function findObstacle(address: string): Promise<'unreachable' | 'signedOut' | null> {
  const answer = await fetch(`${address}/workflow`).catch(() => null)
  if (answer === null || answer.status >= 500) return 'unreachable'
  return answer.status === 401 ? 'signedOut' : null
}
