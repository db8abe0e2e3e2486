import openapiTypeScript, { astToString } from 'openapi-typescript'
import { createDeliveryApp } from '#delivery/app.ts'

/**
 * The description of the delivery API as it is kept in the repository, and the types that the client
 * is made of. No database is asked for it.
 */
export async function describeDelivery(): Promise<{ description: string; types: string }> {
  const app = await createDeliveryApp({
    databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
    listenUrl: null,
    isPublic: true,
    rateLimit: 0,
    hasIntrospection: true,
    url: 'http://localhost:3001',
    previewSecret: null,
    metricsToken: null,
    logLevel: 'fatal',
  })
  const description = `${JSON.stringify(app.swagger(), null, 2)}\n`
  await app.close()
  return { description, types: astToString(await openapiTypeScript(description)) }
}
