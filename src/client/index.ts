import createFetchClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './paths.d.ts'
import type { Evidence } from './verify.ts'

/** A portrait, as a site shows it. */
export type Portrait = components['schemas']['Portrait']
export type Release = components['schemas']['Release']

export type DeliveryClient = Client<paths>

/**
 * A typed client of the delivery plane: `client.GET('/v1/portraits/{profession}/{region}', { params })`
 * gives `{ data, error, response }`, typed by the API's own description.
 *
 * @param options `url` of the delivery plane, and the site's `key`; without one, what is for everyone
 */
export function createDeliveryClient(options: { url: string; key?: string }): DeliveryClient {
  const { url, key } = options
  return createFetchClient<paths>({
    baseUrl: url.replace(/(?<!\/)\/+$/, ''),
    ...(key === undefined ? {} : { headers: { Authorization: `Bearer ${key}` } }),
  })
}

/**
 * A whole portrait, nationwide or of a region.
 *
 * @throws Error with status and detail where there is none, or none that the key may see
 */
export async function fetchPortrait(
  client: DeliveryClient,
  address: { profession: string; region?: string | undefined },
): Promise<Portrait> {
  const { profession, region } = address
  const { data, error } =
    region === undefined
      ? await client.GET('/v1/portraits/{profession}', { params: { path: { profession } } })
      : await client.GET('/v1/portraits/{profession}/{region}', {
          params: { path: { profession, region } },
        })
  if (error) throw new Error(`${String(error.status)} ${error.title}: ${error.detail}`)
  if (isWhole(data)) return data
  throw new Error('The answer is no whole portrait.')
}

function isWhole(data: Partial<Portrait>): data is Portrait {
  return data.receipt !== undefined && data.sections !== undefined && data.jobs !== undefined
}

/**
 * Follows the release feed without end, page by page: every entry once, in order. When a page has been
 * handled, keep its `cursor` and give it back at the next start.
 *
 * @throws Error where the feed refuses; 410 asks to begin anew, without a cursor
 */
export async function* followChanges(
  client: DeliveryClient,
  from?: string,
): AsyncGenerator<{ releases: Release[]; cursor: string }> {
  let cursor = from
  for (;;) {
    const { data, error } = await client.GET('/v1/changes', {
      params: { query: { wait: 30, ...(cursor === undefined ? {} : { cursor }) } },
    })
    if (error) throw new Error(`${String(error.status)} ${error.detail}`)
    cursor = data.cursor
    if (data.items.length > 0) yield { releases: data.items, cursor }
  }
}

/**
 * Everything by which a portrait is verified, asked of the house; keep `keys` and `checkpoint`, so that the next
 * ones are held against them. The proof is of the same size as the checkpoint.
 *
 * @throws Error where the portrait has no entry in the log yet
 */
export async function fetchEvidence(client: DeliveryClient, portrait: Portrait): Promise<Evidence> {
  const entry = portrait.receipt.log?.entry
  const { data: keys } = await client.GET('/v1/keys')
  const { data: checkpoint } = await client.GET('/v1/log/checkpoint', { parseAs: 'text' })
  const size = Number(checkpoint?.split('\n')[1])
  if (entry === undefined || !keys || checkpoint === undefined) {
    throw new Error('There is nothing yet by which this portrait could be verified.')
  }
  const { data: proof, error } = await client.GET('/v1/log/proof', {
    params: { query: { entry, size } },
  })
  if (error) throw new Error(`${String(error.status)} ${error.detail}`)
  return { keys: [...keys.keys, ...keys.witnesses], checkpoint, proof }
}

export { isConsistent, verifyCheckpoint, verifyPortrait } from './verify.ts'
