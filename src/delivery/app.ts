import { createServer } from 'node:http'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify'
import { newCache } from './cache/cache.ts'
import { listen, type Listener } from './cache/listener.ts'
import { newCallers } from './context/callers.ts'
import type { DeliveryContext } from './context/context.ts'
import { openDatabase } from './context/database.ts'
import { answerBadAddress, handleErrors } from './http/errors.ts'
import { newFront } from './context/front.ts'
import { graphqlRoutes } from './graphql/route.ts'
import { newKeyUses } from './key-uses.ts'
import { newMetrics } from './metrics.ts'
import { describeApi } from './openapi.ts'
import { addPlugins } from './plugins.ts'
import { findPrerendered } from './reading/portraits.ts'
import { lastComparison, openFaults } from '#read-model/tables.ts'
import { requestIdOf } from './http/request-id.ts'
import { newReleaseBell } from './release-bell.ts'
import { changeRoutes } from './routes/changes.ts'
import { jobRoutes } from './routes/jobs.ts'
import { logRoutes } from './routes/log.ts'
import { portraitRoutes } from './routes/portraits.ts'
import { referenceRoutes } from './routes/reference.ts'
import { searchRoutes } from './routes/search.ts'
import { sitemapRoutes } from './routes/sitemap.ts'
import { systemRoutes } from './routes/system.ts'
import type { DeliverySettings } from './context/settings.ts'
import { newWindows } from './windows.ts'

export type DeliveryApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

const cacheBytes = 11 * 1024 * 1024
const connections = 10
/** When more requests than this wait for a connection, others are told to come back. */
const mostWaiting = 100

/** Puts the server together: what it reads, what it remembers, and what may be asked of it. */
export async function createDeliveryApp(settings: DeliverySettings): Promise<DeliveryApp> {
  const database = openDatabase(settings.databaseUrl, { connections })
  let listener: Listener | undefined
  const isTrusted = (): boolean => listener?.isAlive() ?? false
  const cache = newCache({ bytes: cacheBytes, isTrusted })
  const bell = newReleaseBell()
  const uses = newKeyUses((key) => listener?.run('SELECT delivery.note_key_use($1)', [key]))
  const callers = newCallers({
    db: database.sql,
    isPublic: settings.isPublic,
    isTrusted,
    onUse: uses.note,
  })
  const isBusy = (): boolean => database.waiting() > mostWaiting
  const windows = newWindows()
  const metrics = newMetrics(
    () => ({ ...cache.size(), isTrusted: isTrusted(), waiting: database.waiting() }),
    {
      countFaults: async () => (await database.sql.select().from(openFaults))[0]?.count ?? 0,
      ageOfComparison: async () =>
        (await database.sql.select().from(lastComparison))[0]?.seconds ?? -1,
    },
  )
  const context: DeliveryContext = {
    database,
    cache,
    settings,
    isTrusted,
    flights: new Map(),
    waitForRelease: bell.wait,
  }
  const isLogging = ['info', 'debug', 'trace'].includes(settings.logLevel)
  let commonHeaders: readonly string[] = []
  const front = newFront({
    cache,
    callers,
    findPrerendered: (address, encoding) =>
      findPrerendered(database.sql, address, { encoding, isShared: settings.isPublic }),
    isTooMuch: (key) => settings.rateLimit > 0 && windows.hit(key).current > settings.rateLimit,
    isExhausted: (key) => settings.rateLimit > 0 && windows.count(key) >= settings.rateLimit,
    isUnderPressure: () => app.isUnderPressure() || isBusy(),
    isLogging,
    commonHeaders: () => commonHeaders,
    onAnswer: metrics.countCached,
    onRead: metrics.observe,
  })
  const app = fastify({
    logger: {
      level: settings.logLevel,
      redact: ['req.headers.authorization', 'req.headers.cookie'],
      serializers: {
        req: ({ id, method, url, ip }) => ({ id, method, url: withoutSecrets(url), ip }),
      },
    },
    requestIdHeader: false,
    genReqId: requestIdOf,
    routerOptions: { maxParamLength: 700, ignoreTrailingSlash: true },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true, allErrors: true } },
    frameworkErrors: answerBadAddress,
    serverFactory: (handler) =>
      createServer((request, response) => {
        front(request, response, () => {
          handler(request, response)
        })
      }),
  }).withTypeProvider<TypeBoxTypeProvider>()

  handleErrors(app)
  await addPlugins(app, { settings, database, callers, windows, metrics, isBusy })
  app.addHook('onClose', async () => {
    bell.ring()
    uses.stop()
    await listener?.close()
    await database.close()
  })
  await describeApi(app, settings)
  await app.register((routes: DeliveryApp, _, done) => {
    portraitRoutes(routes, context)
    referenceRoutes(routes, context)
    jobRoutes(routes, context)
    searchRoutes(routes, context)
    changeRoutes(routes, context)
    sitemapRoutes(routes, context)
    graphqlRoutes(routes, context)
    logRoutes(routes, context)
    systemRoutes(routes, context, metrics)
    done()
  })
  await app.ready()
  commonHeaders = await readCommonHeaders(app)

  if (settings.listenUrl !== null) {
    listener = listen({
      url: settings.listenUrl,
      onChange: (tags) => {
        if (tags.includes('sites')) callers.clear()
        cache.invalidate(tags)
        bell.ring()
      },
      onLost: () => {
        callers.clear()
        cache.clear()
        bell.ring()
      },
      onFault: (error) => {
        app.log.warn({ err: error }, 'Changes are not heard of: nothing is answered from memory.')
      },
    })
  }
  return app
}

/** The headers that every answer carries, as the plugins set them. */
async function readCommonHeaders(app: DeliveryApp): Promise<string[]> {
  const { headers } = await app.inject({ url: '/healthz' })
  const own =
    /^(?:content-|date$|connection$|x-request-id$|vary$|access-control-|x-ratelimit|retry-after)/
  return Object.entries(headers).flatMap(([name, value]) =>
    own.test(name) || value === undefined ? [] : [name, String(value)],
  )
}

/** A token for a preview is as good as a password while it lasts. */
function withoutSecrets(url: string): string {
  return url.replace(/([?&]preview=)[^&]*/g, '$1…')
}
