'use client'

import { PopupList, toast, useDocumentInfo } from '@payloadcms/ui'
import { isEditorialCollection } from '#model/documents.ts'
import { useWords } from '../words/use-words.ts'
import { makePreviewLink } from './make-link.ts'

/** In the menu of a document: a link that shows its working copy to somebody without an account. */
export function CopyPreviewLink() {
  const { id, collectionSlug } = useDocumentInfo()
  const { say, format, language } = useWords()
  if (typeof id !== 'string' || !isEditorialCollection(collectionSlug)) return null
  const copy = async () => {
    const made = await makePreviewLink({ collection: collectionSlug, id }, language)
    if (!made.ok) {
      toast.error(made.message)
      return
    }
    const until = format.moment(made.expiresAt)
    if (made.isCopied) toast.success(say('preview:copied', { until }))
    else toast.info(say('preview:copyYourself', { until }), { description: made.link })
  }
  return (
    <PopupList.ButtonGroup>
      <PopupList.Button onClick={() => void copy()}>{say('preview:copyLink')}</PopupList.Button>
    </PopupList.ButtonGroup>
  )
}
