import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { REST_DELETE, REST_GET, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import pg from 'pg'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { inject } from 'vitest'
import { bootstrapContext } from '#access/bootstrap.ts'
import { addSiteKey } from '#access/site-key-endpoints.ts'
import type { Role } from '#model/roles.ts'
import { guardRoute } from '#door/guard-route.ts'
import { provideEnvironment } from '#server/configuration/environment.ts'
import { recordKey } from '#accounts/site-events.ts'
import { bootPayload, closePayload } from '#server/payload.ts'
import type { ServerRole } from '#server/roles/grants.ts'
import { addressesFrom, type ServerAddresses } from '#server/roles/sign-ins.ts'
import { password, quickenPasswords } from './quick-passwords.ts'
import { writeSigningKey, makeSigningKey } from '#read-model/log/note.ts'
import {
  isMethod,
  toAnswer,
  toRequest,
  type Answer,
  type Call,
  type CallOptions,
  type Method,
} from './http.ts'

/** The product on a database of its own, in process, called over its own REST and GraphQL. */
export interface Product {
  readonly payload: Payload
  /** Of the owner of the database, a superuser. */
  databaseUrl: string
  /** Of the roles that servers sign in as: the product itself as the authoring plane. */
  addresses: ServerAddresses
  /** Where the files of its pictures lie. */
  mediaFolder: string
  /** As the owner. */
  sql: pg.Client
  /** A connection of its own to the database, for what happens at the same time; as the owner, or as a server. */
  connect: (as?: ServerRole) => Promise<pg.Client>
  /** Calls the REST API as somebody; the answer with its parsed body. */
  call: Call
  /** The same, with the answer as it came. */
  respond: (method: Method, path: string, options?: CallOptions) => Promise<Response>
  /** The same of a request as it is, below `/api`, to REST or GraphQL. */
  send: (request: Request) => Promise<Response>
  /** The answer of the REST API as it is, where it is no JSON document. */
  text: (path: string, options?: CallOptions) => Promise<string>
  graphql: (query: string, options?: CallOptions & { variables?: object }) => Promise<Answer>
  signIn: (role: Role, overrides?: { desks?: string[] }) => Promise<SignedIn>
  makeSite: () => Promise<{ id: string; authorization: string }>
  localRequest: () => Promise<PayloadRequest>
  /** Shuts the product down and boots it again on the same database. */
  restart: () => Promise<void>
  close: () => Promise<void>
}

export interface SignedIn {
  id: string
  name: string
  authorization: string
}

const secret = 'a secret for the tests only'

quickenPasswords()

/** The key that signs in tests; its seed is known to everybody. */
export const signingKey = writeSigningKey(makeSigningKey('log.example/test', Buffer.alloc(32, 7)))

/**
 * Clones the migrated database and boots the product on the clone: once a test file, since the
 * configuration is read once a file. `isEmpty`: on a database in which no migration has run, as its owner.
 * `settings` are of its environment, until it is closed.
 */
export async function startProduct({
  isEmpty = false,
  settings = {},
}: {
  isEmpty?: boolean
  settings?: Readonly<Record<string, string>>
} = {}): Promise<Product> {
  const template = new URL(inject('databaseUrl'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const clone = new URL(template)
  clone.pathname = `/${name}`
  const administration = new URL(template)
  administration.pathname = '/postgres'
  await withClient(administration.href, async (client) => {
    await client.query(
      `CREATE DATABASE ${name} TEMPLATE ${isEmpty ? 'template0' : template.pathname.slice(1)}`,
    )
    // What is said of a database itself, no copy has.
    await client.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`)
  })
  const addresses = addressesOf(template, name)
  const mediaFolder = path.join(inject('temporaryFolder'), 'media', name)
  provideEnvironment({
    DATABASE_URL: isEmpty ? clone.href : addresses.authoring,
    MEDIA_DIR: mediaFolder,
    PAYLOAD_SECRET: secret,
    LOG_LEVEL: 'fatal',
    SIGNING_KEY: signingKey,
    ...settings,
  })
  forgetInstances()
  let payload = await bootPayload()
  const connect = async (as?: ServerRole) => {
    const client = new pg.Client({ connectionString: as ? addresses[as] : clone.href })
    await client.connect()
    return client
  }
  const sql = await connect()
  const config = Promise.resolve(payload.config)
  const handlers = {
    GET: guardRoute(config, REST_GET(config)),
    POST: guardRoute(config, REST_POST(config)),
    PATCH: guardRoute(config, REST_PATCH(config)),
    PUT: guardRoute(config, REST_PUT(config)),
    DELETE: guardRoute(config, REST_DELETE(config)),
  }
  const graphqlHandler = guardRoute(config, GRAPHQL_POST(config))

  const send: Product['send'] = async (request) => {
    const parts = new URL(request.url).pathname.split('/').filter(Boolean).slice(1)
    if (parts.join('/') === 'graphql' && request.method === 'POST') return graphqlHandler(request)
    // Next answers so to what it cannot decode, before any of the product.
    const slug = decoded(parts)
    if (!slug || !isMethod(request.method)) return new Response(null, { status: 400 })
    return handlers[request.method](request, { params: Promise.resolve({ slug }) })
  }
  const respond: Product['respond'] = (method, path, options = {}) => {
    const url = `http://localhost/api${path}`
    const slug = (path.split('?')[0] ?? '').split('/').filter(Boolean)
    return handlers[method](toRequest(url, method, options), { params: Promise.resolve({ slug }) })
  }
  const call: Product['call'] = async (method, path, options = {}) =>
    toAnswer(await respond(method, path, options))
  const signIn: Product['signIn'] = async (role, overrides = {}) => {
    const email = `${role}-${randomUUID()}@berufsbild.example`
    const user = await payload.create({
      collection: 'users',
      data: { name: `${role} ${email.slice(-30, -19)}`, email, password, role, ...overrides },
      overrideAccess: true,
      context: bootstrapContext,
    })
    const answer = await call('POST', '/users/login', { body: { email, password } })
    return { id: user.id, name: user.name, authorization: `JWT ${String(answer.get('token'))}` }
  }
  const localRequest = () => createLocalReq({}, payload)

  return {
    get payload() {
      return payload
    },
    databaseUrl: clone.href,
    addresses,
    mediaFolder,
    sql,
    connect,
    call,
    respond,
    send,
    text: async (path, options = {}) => (await respond('GET', path, options)).text(),
    signIn,
    localRequest,
    graphql: async (query, { variables, ...options } = {}) => {
      const request = toRequest('http://localhost/api/graphql', 'POST', {
        ...options,
        body: { query, variables },
      })
      return toAnswer(await graphqlHandler(request))
    },
    makeSite: async () => {
      const site = await payload.create({
        collection: 'sites',
        data: { name: `Site ${randomUUID()}` },
        overrideAccess: true,
      })
      const key = await addSiteKey({
        req: await localRequest(),
        site: site.id,
        label: 'test',
        record: recordKey,
      })
      return { id: site.id, authorization: `sites API-Key ${key}` }
    },
    restart: async () => {
      await closePayload(payload)
      forgetInstances()
      payload = await bootPayload()
    },
    close: async () => {
      // An empty value is none; the next file of the same process has others.
      provideEnvironment(Object.fromEntries(Object.keys(settings).map((name) => [name, ''])))
      await sql.end()
      await closePayload(payload)
      await withClient(administration.href, (client) =>
        client.query(`DROP DATABASE ${name} WITH (FORCE)`),
      )
    },
  }
}

/** The roles are those of the template: rights go with a copy, and roles are the whole server's. */
function addressesOf(template: URL, database: string): ServerAddresses {
  const { authoring, worker } = addressesFrom(template.href, secret)
  const [ofAuthoring = '', ofWorker = ''] = [authoring, worker].map((address) =>
    Object.assign(new URL(address), { pathname: `/${database}` }).toString(),
  )
  return { authoring: ofAuthoring, worker: ofWorker }
}

/** Payload keeps its instance and its schema for the process; the next boot makes others. */
function forgetInstances(): void {
  const instances: unknown = Reflect.get(globalThis, '_payload')
  if (!(instances instanceof Map)) throw new Error('Payload keeps its instances elsewhere.')
  instances.clear()
  const schemas: unknown = Reflect.get(globalThis, '_payload_graphql')
  if (typeof schemas !== 'object' || schemas === null || !('graphql' in schemas)) {
    throw new Error('Payload keeps its GraphQL schema elsewhere.')
  }
  Object.assign(schemas, { graphql: null, promise: null })
}

/** Each part of a path; null where one is not encoded well. */
function decoded(parts: readonly string[]): string[] | null {
  try {
    return parts.map(decodeURIComponent)
  } catch {
    return null
  }
}

async function withClient(
  url: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
