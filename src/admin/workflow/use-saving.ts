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
import {
  obstacleIn,
  patience,
  remedyFor,
  savingOf,
  type Failure,
  type Obstacle,
  type Saving,
} from './saving.ts'

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
        const remedy = remedyFor(obstacle, { refusals: refusals.current, wait })
        setFailure(remedy.failure)
        if (remedy.act === 'ask') {
          wait = remedy.wait
          timer = setTimeout(attempt, wait)
          return
        }
        refusals.current += 1
        if (remedy.act === 'save') await latest.current.saveNow()
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

  return { saving: savingOf({ failure, isModified, isBusy }), saveNow }
}

async function findObstacle(address: string): Promise<Obstacle> {
  const answer = await fetch(`${address}/workflow`).catch(() => null)
  return obstacleIn(answer?.status ?? null)
}
