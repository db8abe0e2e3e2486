import config from '@payload-config'
import { cookies, headers } from 'next/headers'
import { createLocalReq, getPayload, getRequestLanguage, type PayloadRequest } from 'payload'
import { knownLanguage, type Language } from '#model/text.ts'

/** The request of whoever opens a page, as the workflow takes it: with the person who is signed in. */
export async function openRequest(): Promise<{ req: PayloadRequest; language: Language }> {
  const payload = await getPayload({ config })
  const sent = await headers()
  const { user } = await payload.auth({ headers: sent })
  const language = getRequestLanguage({
    config: payload.config,
    cookies: await cookies(),
    headers: sent,
  })
  return {
    req: await createLocalReq(user ? { user } : {}, payload),
    language: knownLanguage(language, 'de'),
  }
}
