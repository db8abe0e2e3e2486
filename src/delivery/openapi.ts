import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { shapes } from '#read-model/shapes.ts'
import type { DeliveryApp } from './app.ts'
import { PortraitSelection, ProblemShape } from './http/schemas.ts'
import type { DeliverySettings } from './context/settings.ts'

/** Where the API is shown in the browser: open to everybody. */
export const docsPath = '/docs'

/** What the page that shows the API asks of no browser. */
const unusedFeatures = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'

/** The page asks its own server and the one that the API names, and runs no script that stands in it. */
function policyOf(api: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${new URL(api).origin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Describes the API (OpenAPI 3.1) out of the routes' own schemas, and shows it at /docs. */
export async function describeApi(app: DeliveryApp, settings: DeliverySettings): Promise<void> {
  for (const shape of [...Object.values(shapes), PortraitSelection, ProblemShape])
    app.addSchema(shape)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Berufsbild delivery API',
        version: '1.0.0',
        description:
          'Profession portraits as they are live, with job references beside them. Read-only.',
        license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
      },
      servers: [{ url: settings.url }],
      security: [{ siteKey: [] }, {}],
      tags: [
        { name: 'portraits', description: 'What a site shows' },
        { name: 'reference data', description: 'Professions and regions' },
        { name: 'jobs', description: 'Pointers to job postings elsewhere' },
        { name: 'search', description: 'German full text' },
        { name: 'changes', description: 'The release feed' },
        { name: 'log', description: 'The public log, by which anybody verifies what they read' },
        { name: 'sitemap', description: 'For search engines' },
        { name: 'system', description: 'About this API' },
      ],
      components: {
        securitySchemes: {
          siteKey: { type: 'http', scheme: 'bearer', description: "A site's key" },
        },
      },
    },
    refResolver: {
      buildLocalReference: (json, _baseUri, _fragment, index) =>
        typeof json.$id === 'string' ? json.$id : `shape-${String(index)}`,
    },
  })
  await app.register(swaggerUi, {
    routePrefix: docsPath,
    staticCSP: policyOf(settings.url),
    uiHooks: {
      onRequest: (_, reply, done) => {
        reply.header('permissions-policy', unusedFeatures)
        done()
      },
    },
    theme: {
      title: 'Berufsbild delivery API',
      css: [{ filename: 'own.css', content: '.topbar { display: none }' }],
    },
  })
}
