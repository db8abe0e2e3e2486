'use client'

import type { EditorialCollection } from '#model/documents.ts'
import type { Language } from '#model/text.ts'
import type { PreviewPage } from '#preview/page.ts'
import { PortraitPage } from './PortraitPage.tsx'
import { PreviewBar } from './PreviewBar.tsx'
import { useTypedPage } from './use-typed-page.ts'

/** A working copy that follows what is typed in the admin beside it. */
export function LivePreview(props: {
  collection: EditorialCollection
  id: string
  first: PreviewPage
  language: Language
}) {
  const { collection, id, first, language } = props
  const { page, isBehind } = useTypedPage({ collection, id, first })
  return (
    <>
      <PreviewBar document={{ collection, id }} isBehind={isBehind} language={language} />
      <PortraitPage page={page} />
    </>
  )
}
