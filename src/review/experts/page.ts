import type { PayloadRequest } from 'payload'
import { textsShownIn } from '#portrait/quoting.ts'
import { leftToday, renderPage, type PreviewPage } from '#preview/page.ts'
import { resolveExpertLink } from './review.ts'

/** What an expert's page shows of a link. */
export interface ExpertPage {
  /** The text as a site would show it, without what stands around it. */
  page: PreviewPage
  /** The plain texts of its fields: what an expert may quote stands in one of them. */
  texts: string[]
  /** For whom the link was made, as the editor says it. */
  reader: string | null
  expiresAt: string
}

/**
 * The text that a link is bound to, for the page of an expert: nothing that is live beside it, and no
 * name of this house.
 *
 * @throws as openExpertLink
 */
export async function readExpertPage(req: PayloadRequest, token: string): Promise<ExpertPage> {
  const { link, content } = await resolveExpertLink(req, token, { isLocking: false })
  const page = await renderPage(req, leftToday(content))
  return {
    page: {
      ...page,
      // Who answers for the text is a name of this house.
      text: { ...page.text, provenance: { ...page.text.provenance, responsible: null } },
      profile: null,
      neighbours: [],
      jobs: [],
    },
    texts: textsShownIn('forExperts', content),
    reader: link.reader,
    expiresAt: link.expiresAt,
  }
}
