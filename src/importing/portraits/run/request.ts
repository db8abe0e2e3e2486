import { initI18n } from '@payloadcms/translations'
import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload'
import type { Language } from '#model/text.ts'

/** A request on somebody's behalf, or on nobody's, to which Payload answers in one language. */
export async function makeRequest(
  payload: Payload,
  user: TypedUser | undefined,
  language: Language,
): Promise<PayloadRequest> {
  const i18n = await initI18n({ config: payload.config.i18n, context: 'api', language })
  return createLocalReq({ ...(user ? { user } : {}), req: { i18n } }, payload)
}
