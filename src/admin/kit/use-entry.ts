'use client'

import { isRecord } from '#model/documents.ts'
import { useLoaded } from './use-loaded.ts'

/** Reference data changes seldom: for so long it is not asked for again, in milliseconds. */
const newFor = 60_000

/** An entry of reference data; null until it is there, and where none is chosen. */
export function useEntry(
  collection: 'professions' | 'regions',
  id: string | null,
): Record<string, unknown> | null {
  const { body } = useLoaded<unknown>(id === null ? null : `/${collection}/${id}?depth=0`, {
    isFreshFor: newFor,
  })
  return isRecord(body) ? body : null
}
