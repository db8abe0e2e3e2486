'use client'

import { useForm, useFormFields } from '@payloadcms/ui'
import { useState } from 'react'

/** The field that says from which text the form began; a save from another one is refused by it. */
const field = 'digest'

/** Notices that a save was refused because somebody else has changed the text meanwhile. */
export function useConflict(): {
  /** Who changed what, in words; null when nobody did. */
  conflict: string | null
  /** Goes on from the text that the server has now; the autosave does the rest. */
  settle: (digest: string) => void
} {
  const { dispatchFields, getFields } = useForm()
  const refusal = useFormFields(([fields]) => {
    const digest = fields[field]
    return digest?.valid === false ? (digest.errorMessage ?? '') : null
  })
  const [conflict, setConflict] = useState(refusal)
  // A refusal counts when it comes: it stays in the form a moment longer than it is settled.
  const [lastRefusal, setLastRefusal] = useState(refusal)
  if (refusal !== lastRefusal) {
    setLastRefusal(refusal)
    if (refusal !== null) setConflict(refusal)
  }
  return {
    conflict,
    settle: (digest) => {
      // Not as an update: Payload would take it for what the person has written, and keep it against
      // the digest of the next save.
      const { errorMessage: _, ...refused } = getFields()[field] ?? {}
      const state = { ...getFields(), [field]: { ...refused, value: digest, valid: true } }
      dispatchFields({ type: 'REPLACE_STATE', state })
      setConflict(null)
    },
  }
}
