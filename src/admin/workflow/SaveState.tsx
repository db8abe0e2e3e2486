'use client'

import { LeaveWithoutSaving, useDocumentInfo } from '@payloadcms/ui'
import { useWords } from '../words/use-words.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { useConflict } from './use-conflict.ts'
import { useSaving } from './use-saving.ts'
import styles from './workflow.module.css'

/** Says whether what is on the screen is saved, and what is being done about it when it is not. */
export function SaveState() {
  const { id, isTrashed, lastUpdateTime, savedDocumentData } = useDocumentInfo()
  const { say, format } = useWords()
  const { conflict, settle } = useConflict()
  const { saving, saveNow } = useSaving({ isPaused: conflict !== null })
  const changedAt: unknown = lastUpdateTime || savedDocumentData?.updatedAt
  const savedAt =
    typeof changedAt === 'number' || typeof changedAt === 'string' ? new Date(changedAt) : null
  // There Payload says when it was deleted.
  if (isTrashed) return null
  if (!id || !savedAt || Number.isNaN(savedAt.getTime())) return null
  const hasFailed = ['unreachable', 'signedOut', 'refused'].includes(saving)
  const words = {
    saved: say('bar:saved', { when: format.moment(savedAt) }),
    unsaved: say('bar:unsaved'),
    saving: say('bar:saving'),
    unreachable: say('bar:notSaved'),
    signedOut: say('bar:signedOut'),
    refused: say('bar:unsaved'),
  }
  return (
    <>
      <span
        aria-live={hasFailed ? 'assertive' : 'off'}
        className={styles.saving}
        data-saving={saving}
        data-state={hasFailed ? 'failed' : 'fine'}
      >
        {words[saving]}
        {hasFailed ? (
          <button className={styles.textButton} onClick={() => void saveNow()} type="button">
            {say('bar:saveNow')}
          </button>
        ) : null}
      </span>
      {saving === 'saved' ? null : <LeaveWithoutSaving />}
      {conflict ? <ConflictDialog message={conflict} onKeepMine={settle} /> : null}
    </>
  )
}
