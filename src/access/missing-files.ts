import type { Endpoint, SanitizedConfig } from 'payload'
import { DocumentNotFound } from '#model/errors.ts'

/** What a file system says of a name that no file has, or can have. */
const namesOfNothing: readonly unknown[] = ['ENOENT', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']

/** Files that are not there are answered with 404: Payload says 500, as if it had lost them. */
export function answerMissingFiles(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (collection.endpoints)
      collection.endpoints = collection.endpoints.map((endpoint) =>
        endpoint.path === '/file/:filename' ? withMissing(endpoint, collection.slug) : endpoint,
      )
  }
  return config
}

function withMissing(endpoint: Endpoint, slug: string): Endpoint {
  return {
    ...endpoint,
    handler: async (req) => {
      const missing = new DocumentNotFound(slug, String(req.routeParams?.filename))
      try {
        const response = await endpoint.handler(req)
        if (response.status < 500) return response
      } catch (error) {
        const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
        if (!namesOfNothing.includes(code)) throw error
      }
      throw missing
    },
  }
}
