import createFetchClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './paths.d.ts'

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
    baseUrl: url.replace(/\/+$/, ''),
    ...(key === undefined ? {} : { headers: { Authorization: `Bearer ${key}` } }),
  })
}

/**
 * Follows the release feed without end: every entry once, in order. Keep `cursor` of what was handled
 * and give it back at the next start.
 *
 * @throws Error where the feed refuses; 410 asks to begin anew, without a cursor
 */
export async function* followChanges(
  client: DeliveryClient,
  from?: string,
): AsyncGenerator<{ release: Release; cursor: string }> {
  let cursor = from
  for (;;) {
    const { data, error } = await client.GET('/v1/changes', {
      params: { query: { wait: 30, ...(cursor === undefined ? {} : { cursor }) } },
    })
    if (error) throw new Error(`${String(error.status)} ${error.detail}`)
    for (const release of data.items) yield { release, cursor: data.cursor }
    cursor = data.cursor
  }
}
