'use client'

import { useAllFormFields, useDocumentInfo } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useState } from 'react'
import {
  isEditorialCollection,
  isRecord,
  relationId,
  type EditorialCollection,
} from '#model/documents.ts'
import { examine } from '#quality/inspect.ts'
import { useEntry } from '../kit/use-entry.ts'

/** What the checks say of the text as it stands in the form, and the text itself. */
export interface Checked extends ReturnType<typeof examine> {
  collection: EditorialCollection
  document: Readonly<Record<string, unknown>>
}

/** A text is checked when its writer has paused for so long, in milliseconds. */
const pause = 400

/** Checks the form while it is filled in; null until the first time. */
export function useChecks(): Checked | null {
  const [fields] = useAllFormFields()
  const { collectionSlug } = useDocumentInfo()
  const profession = useEntry('professions', relationId(fields.profession?.value))
  const region = useEntry('regions', relationId(fields.region?.value))
  const [checked, setChecked] = useState<Checked | null>(null)

  useEffect(() => {
    if (!isEditorialCollection(collectionSlug)) return
    const timer = setTimeout(() => {
      const values: unknown = reduceFieldsToValues(fields, true)
      const document = {
        ...(isRecord(values) ? values : {}),
        ...(profession ? { profession } : {}),
        ...(region ? { region } : {}),
      }
      setChecked({ collection: collectionSlug, document, ...examine(collectionSlug, document) })
    }, pause)
    return () => {
      clearTimeout(timer)
    }
  }, [fields, collectionSlug, profession, region])

  return checked
}
