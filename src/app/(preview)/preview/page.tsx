import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isApplicationError } from '#model/errors.ts'
import { readTokenPage, type PreviewPage } from '#preview/page.ts'
import { PortraitPage } from './PortraitPage.tsx'
import { PreviewBar } from './PreviewBar.tsx'
import { openRequest } from './request.ts'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Vorschau · Berufsbild' }

/** The text that a token is bound to, for whoever holds the token. */
export default async function TokenPreview({ searchParams }: Props) {
  const { token } = await searchParams
  const { req, language } = await openRequest()
  let page: PreviewPage
  try {
    page = await readTokenPage(req, typeof token === 'string' ? token : '')
  } catch (error) {
    if (isApplicationError(error)) notFound()
    throw error
  }
  return (
    <>
      <PreviewBar language={language} />
      <PortraitPage page={page} />
    </>
  )
}
