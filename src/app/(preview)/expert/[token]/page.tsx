import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isApplicationError } from '#model/errors.ts'
import { readExpertPage, type ExpertPage } from '#review/experts/page.ts'
import { PortraitArticle } from '../../preview/PortraitArticle.tsx'
import { openRequest } from '../../preview/request.ts'
import { Surroundings } from '../../preview/Surroundings.tsx'
import { ClosedLink } from '../ClosedLink.tsx'
import { ExpertReview } from '../ExpertReview.tsx'
import { LinkBar } from '../LinkBar.tsx'

interface Props {
  params: Promise<{ token: string }>
}

export const metadata: Metadata = { title: 'Fachliche Prüfung · Berufsbild' }

/** The text that a link for an expert is bound to, and the form in which they say what they think of it. */
export default async function ExpertLinkPage({ params }: Props) {
  const { token } = await params
  const { req, language } = await openRequest()
  let shown: ExpertPage
  try {
    shown = await readExpertPage(req, token)
  } catch (error) {
    if (!isApplicationError(error)) throw error
    if (error.status === 410) return <ClosedLink code={error.code} language={language} />
    if (error.status === 404) notFound()
    throw error
  }
  const { page, texts, reader, expiresAt } = shown
  return (
    <>
      <LinkBar expiresAt={expiresAt} language={language} reader={reader} />
      <ExpertReview language={language} texts={texts} token={token}>
        <PortraitArticle page={page} room="forExperts" />
        <Surroundings page={page} room="forExperts" />
      </ExpertReview>
    </>
  )
}
