import { initI18n } from '@payloadcms/translations'
import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload'

/** A request on somebody's behalf, or on nobody's, to which Payload answers in English. */
export async function makeRequest(
  payload: Payload,
  user: TypedUser | undefined,
): Promise<PayloadRequest> {
  const i18n = await initI18n({ config: payload.config.i18n, context: 'api', language: 'en' })
  return createLocalReq({ ...(user ? { user } : {}), req: { i18n } }, payload)
}
