import { createDeliveryApp, type DeliveryApp } from '#delivery/app.ts'
import type { DeliverySettings } from '#delivery/context/settings.ts'
import { previewSecretOf } from '#read-model/preview-token.ts'
import { deliveryAddress, ensureDeliverySignIn } from '#server/delivery-role.ts'
import { toAnswer, type Answer } from './http.ts'
import type { Product } from './product.ts'

/** An answer of the delivery plane. */
export interface Delivered extends Answer {
  headers: Headers
}

/** The delivery plane, listening, over the database of a product. */
export interface Delivery {
  app: DeliveryApp
  /** `http://127.0.0.1:{port}` */
  url: string
  get: (path: string, headers?: Record<string, string>) => Promise<Delivered>
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Delivered>
  close: () => Promise<void>
}

const secret = 'a secret for the tests only'

/** Opens the delivery plane beside a product, and waits until it hears of changes. */
export async function openDelivery(
  { databaseUrl }: Pick<Product, 'databaseUrl'>,
  overrides: Partial<DeliverySettings> = {},
): Promise<Delivery> {
  await ensureDeliverySignIn(databaseUrl, secret)
  const readUrl = deliveryAddress(databaseUrl, secret)
  const app = await createDeliveryApp({
    databaseUrl: readUrl,
    listenUrl: readUrl,
    isPublic: true,
    rateLimit: 0,
    hasIntrospection: true,
    url: 'http://localhost:3001',
    previewSecret: previewSecretOf(secret),
    metricsToken: null,
    logLevel: 'fatal',
    ...overrides,
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const call = async (path: string, options: RequestInit): Promise<Delivered> => {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...options })
    const { headers } = response
    const isJson = headers.get('content-type')?.includes('json') === true
    return { headers, ...(isJson ? await toAnswer(response) : await toText(response)) }
  }
  const delivery: Delivery = {
    app,
    url,
    get: (path, headers = {}) => call(path, { headers }),
    post: (path, body, headers = {}) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    close: () => app.close(),
  }
  if (overrides.listenUrl !== null) await untilItHears(delivery)
  return delivery
}

/** The key of a site, in the header that the delivery plane reads. */
export function withKey({ authorization }: { authorization: string }): { authorization: string } {
  return { authorization: authorization.replace('sites API-Key', 'Bearer') }
}

async function toText(response: Response): Promise<Answer> {
  return { status: response.status, text: await response.text(), body: null, get: () => undefined }
}

async function untilItHears({ get }: Delivery): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await get('/readyz')).get('cache') === 'on') return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The delivery plane does not hear of changes.')
}
