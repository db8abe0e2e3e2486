import type { DocumentViewServerProps } from 'payload'
import { isEditorialCollection } from '#model/documents.ts'
import { demandPerson } from '../kit/Frame.tsx'
import { HistoryView } from './HistoryView.tsx'

/** What happened to a text, as a tab of its document. */
export function HistoryPage(view: DocumentViewServerProps) {
  demandPerson(view)
  const { collectionConfig, docID } = view.initPageResult
  if (!isEditorialCollection(collectionConfig?.slug) || docID === undefined) return null
  return <HistoryView collection={collectionConfig.slug} id={String(docID)} key={String(docID)} />
}
