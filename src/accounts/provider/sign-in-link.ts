import { randomUUID } from 'node:crypto'
import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { isActive } from '#access/active.ts'
import { openSession } from '../open-session.ts'
import { goOnPage, htmlPage, refusalPage } from './pages.ts'
import { readWord, signWord } from '../signed-word.ts'
import { useOnce } from '../use-once.ts'

/** Seconds for which a link is good. */
const linkLength = 600

/**
 * A link that signs somebody in, once and within ten minutes: an operator's way in where the provider does not answer
 * and nobody has a password. Who can make one has the secret of the installation.
 *
 * @returns null where there is no such account, or its owner has left
 */
export async function makeSignInLink(
  payload: Payload,
  { email, authoringOrigin }: { email: string; authoringOrigin: string },
): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.trim().toLowerCase() } },
    depth: 0,
    limit: 1,
    overrideAccess: true,
  })
  const [account] = docs
  if (!account || !isActive(account)) return null
  const word = await signWord(payload.secret, 'sign-in link', {
    content: { sub: account.id, jti: randomUUID() },
    seconds: linkLength,
  })
  return `${authoringOrigin}/api/sign-in/link?word=${word}`
}

/** `GET /api/sign-in/link?word=…` signs in by such a link. */
export const signInLinkEndpoint: Endpoint = {
  path: '/sign-in/link',
  method: 'get',
  handler: async (req) => {
    const language = callerLanguage(req)
    const id = await useLink(req, req.searchParams.get('word') ?? '')
    if (id === null) return htmlPage(refusalPage('expired', language), 400, [])
    const { cookie } = await openSession(req, { id, method: 'link' })
    return htmlPage(goOnPage('/admin', language), 200, [cookie])
  },
}

/** Whose link it is, as long as it is good; it is used up. */
async function useLink(req: PayloadRequest, word: string): Promise<string | null> {
  const said = await readWord(req.payload.secret, 'sign-in link', word)
  if (said?.sub === undefined || said.jti === undefined) return null
  const until = new Date(Date.now() + linkLength * 1000)
  return (await useOnce(req, `link ${said.jti}`, until)) ? said.sub : null
}
