import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { isDigest } from '#model/digest.ts'
import { isEditorialCollection, isUuid } from '#model/documents.ts'
import { isApplicationError } from '#model/errors.ts'
import { readPastPage, type PastPage } from '#preview/past-page.ts'
import { PastBar } from '../../../PastBar.tsx'
import { PortraitPage } from '../../../PortraitPage.tsx'
import { openRequest } from '../../../request.ts'

interface Props {
  params: Promise<{ collection: string; id: string; digest: string }>
}

export const metadata: Metadata = { title: 'Frühere Fassung · Berufsbild' }

/** A text of the history, for whoever is signed in and may read its document. */
export default async function PastPreview({ params }: Props) {
  const { collection, id, digest } = await params
  if (!isEditorialCollection(collection) || !isUuid(id) || !isDigest(digest)) notFound()
  const { req, language } = await openRequest()
  let past: PastPage
  try {
    past = await readPastPage({ req, collection, id, digest })
  } catch (error) {
    if (isApplicationError(error) && error.status === 401) {
      const back = encodeURIComponent(`/preview/${collection}/${id}/${digest}`)
      redirect(`/admin/login?redirect=${back}`)
    }
    if (isApplicationError(error)) notFound()
    throw error
  }
  const { page, ...of } = past
  return (
    <>
      <PastBar document={{ collection, id }} language={language} of={of} />
      <PortraitPage page={page} />
    </>
  )
}
