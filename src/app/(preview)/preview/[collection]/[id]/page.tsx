import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { isEditorialCollection, isUuid } from '#model/documents.ts'
import { isApplicationError } from '#model/errors.ts'
import { readWorkingPage, type PreviewPage } from '#preview/page.ts'
import { LivePreview } from '../../LivePreview.tsx'
import { openRequest } from '../../request.ts'

interface Props {
  params: Promise<{ collection: string; id: string }>
}

export const metadata: Metadata = { title: 'Vorschau · Berufsbild' }

/** The working copy, for whoever is signed in and may read it; it follows what is typed in the admin. */
export default async function WorkingPreview({ params }: Props) {
  const { collection, id } = await params
  if (!isEditorialCollection(collection) || !isUuid(id)) notFound()
  const { req, language } = await openRequest()
  let page: PreviewPage
  try {
    page = await readWorkingPage({ req, collection, id })
  } catch (error) {
    if (isApplicationError(error) && error.status === 401) {
      const back = encodeURIComponent(`/preview/${collection}/${id}`)
      redirect(`/admin/login?redirect=${back}`)
    }
    if (isApplicationError(error)) notFound()
    throw error
  }
  return <LivePreview collection={collection} first={page} id={id} language={language} />
}
