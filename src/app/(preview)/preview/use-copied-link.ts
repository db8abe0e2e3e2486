'use client'

import { useState } from 'react'
import { formatsIn } from '#admin/words/formats.ts'
import { previewWords } from '#admin/words/preview.ts'
import { makePreviewLink, type SharedDocument } from '#admin/preview/make-link.ts'
import type { Language } from '#model/text.ts'

/** Makes a link to the working copy as it is now and puts it on the clipboard; where that is closed, it is shown. */
export function useCopiedLink(
  document: SharedDocument,
  language: Language,
): { message: string; link: string | null; copy: () => Promise<void> } {
  const [message, setMessage] = useState('')
  const [link, setLink] = useState<string | null>(null)
  const copy = async () => {
    setMessage('')
    setLink(null)
    const made = await makePreviewLink(document, language)
    if (!made.ok) {
      setMessage(made.message)
      return
    }
    const until = formatsIn(language).moment(made.expiresAt)
    if (!made.isCopied) setLink(made.link)
    const word = previewWords[made.isCopied ? 'copied' : 'copyYourself'][language]
    setMessage(word.replace('{{until}}', until))
  }
  return { message, link, copy }
}
