'use client'

import { useCallback, useEffect } from 'react'
import type { EditorialCollection } from '#model/documents.ts'
import type { Difference } from '#portrait/difference/change.ts'
import { useLoaded } from '../kit/use-loaded.ts'
import type { Workflow } from '../workflow/use-workflow.ts'
import type { Since } from './since.ts'

interface Compared extends Difference {
  /** The digest of the text that it leads to. */
  to: string
  from: string | null
  rule: { approvals: number; role: string | null } | null
}

export interface Review {
  document: Record<string, unknown> | null
  difference: Compared | null
  /** Whether the text on the screen is another one than the one that steps are about. */
  isOutdated: boolean
  failure: string | null
  reload: () => void
}

/** The text under review and its difference; both are read anew when the text has become another one. */
export function useReview(
  text: { collection: EditorialCollection; id: string },
  since: Since,
  workflow: Workflow,
): Review {
  const address = `/${text.collection}/${text.id}`
  const from = since === 'nothing' ? 'live' : since
  const document = useLoaded<Record<string, unknown>>(`${address}?draft=true&depth=0`)
  const difference = useLoaded<Compared>(`${address}/workflow/diff?from=${from}`, {
    keepsLast: true,
  })
  const { reload: reloadDocument } = document
  const { reload: reloadDifference } = difference
  const { reload: reloadWorkflow } = workflow
  const reload = useCallback(() => {
    void reloadDocument()
    void reloadDifference()
    void reloadWorkflow()
  }, [reloadDocument, reloadDifference, reloadWorkflow])

  const shown = document.body?.digest
  const told = workflow.view?.digest
  const compared = difference.body?.to
  // Three answers that speak of one text: none may be of another, or somebody signs what they do not see.
  const isOutdated = [told, compared].some(
    (other) => shown !== undefined && other !== undefined && other !== shown,
  )
  useEffect(() => {
    // Once for each pair of them: whichever is older is read anew.
    if (isOutdated) reload()
  }, [isOutdated, shown, told, compared, reload])

  return {
    document: document.body,
    difference: difference.body,
    isOutdated,
    failure: document.problem ?? difference.problem,
    reload,
  }
}
