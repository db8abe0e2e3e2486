import compress from '@fastify/compress'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyRequest } from 'fastify'
import type { DeliveryApp } from './app.ts'
import type { Callers } from './context/callers.ts'
import type { Database } from './context/database.ts'
import type { Metrics } from './metrics.ts'
import { docsPath } from './openapi.ts'
import { newOriginRules } from './origins.ts'
import { Problem } from './http/problems.ts'
import type { DeliverySettings } from './context/settings.ts'
import { asStore, type Windows } from './windows.ts'

/**
 * What happens around every route: too much is sent away, who calls is found out, then headers,
 * origins, compression and limits; at the end the request is counted. The order matters: limits and
 * origins ask who calls.
 */
export async function addPlugins(
  app: DeliveryApp,
  {
    settings,
    database,
    callers,
    windows,
    metrics,
    isBusy,
  }: {
    settings: DeliverySettings
    database: Database
    callers: Callers
    windows: Windows
    metrics: Metrics
    /** Whether too many requests wait for the database. */
    isBusy: () => boolean
  },
): Promise<void> {
  app.decorateRequest('caller')
  const isAlwaysAnswered = ({ routeOptions }: FastifyRequest) => routeOptions.config.isOpen === true
  app.addHook('onRequest', (request, _, done) => {
    const isTooMuch = !isAlwaysAnswered(request) && isBusy()
    done(isTooMuch ? new Problem(overloaded) : undefined)
  })
  app.addHook('onRequest', async (request) => {
    const { config, url } = request.routeOptions
    const isOpen =
      config.isOpen === true || request.method === 'OPTIONS' || url?.startsWith(docsPath) === true
    request.caller = isOpen ? callers.nobody : await callers.find(request.headers.authorization)
  })
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: false,
    xFrameOptions: { action: 'deny' },
  })
  await app.register(cors, { delegator: newOriginRules(database.sql, settings) })
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  const startedAt = Date.now()
  await app.register(underPressure, {
    maxEventLoopDelay: 500,
    // Who watches over the server must hear that it runs, or would end it for being busy.
    pressureHandler: (request) =>
      isAlwaysAnswered(request) || Date.now() - startedAt < warmUp
        ? Promise.resolve()
        : Promise.reject(new Problem(overloaded)),
  })
  if (settings.rateLimit > 0) {
    await app.register(rateLimit, {
      max: settings.rateLimit,
      timeWindow: 60_000,
      store: asStore(windows),
      keyGenerator: ({ caller, ip }) => caller.keyId ?? ip,
    })
  }
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.observe(route, reply.statusCode, reply.elapsedTime / 1000)
  })
}

/** So long the loop's delay is that of the start itself, which is no reason to send anybody away. */
const warmUp = 5000

const overloaded = {
  status: 503,
  code: 'overloaded',
  title: 'Service unavailable',
  detail: 'The server is busy. Try again in a moment.',
  headers: { 'retry-after': '5' },
} as const
