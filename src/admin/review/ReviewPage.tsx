import type { DocumentViewServerProps } from 'payload'
import { isEditorialCollection } from '#model/documents.ts'
import { demandPerson } from '../kit/Frame.tsx'
import { ReviewView } from './ReviewView.tsx'

/** The review of a text, as a tab of its document. */
export function ReviewPage(view: DocumentViewServerProps) {
  demandPerson(view)
  const { collectionConfig, docID } = view.initPageResult
  if (!isEditorialCollection(collectionConfig?.slug) || docID === undefined) return null
  return <ReviewView collection={collectionConfig.slug} id={String(docID)} key={String(docID)} />
}
