import { maxHeaderSize } from 'node:http'
import { openDelivery, withKey, type Delivery } from '../delivery.ts'
import { makePair, sectionContent, transition } from '../factories.ts'
import { startProduct, type Product } from '../product.ts'
import { makeAccount, setUpApp, signInBy } from '../sign-in.ts'
import { resolved, type Asked, type Asker } from './asked.ts'

/** What came back. */
export interface Came {
  /** 0: nothing did. */
  status: number
  /** Until the last byte. */
  milliseconds: number
  text: string
  /** Whether one of the house's own limits has sent somebody away, who may come back. */
  isSentAway: boolean
}

/** Both planes on one database, with somebody of every kind, and entries to ask for. */
export interface House {
  product: Product
  delivery: Delivery
  askAuthoring: (asked: Asked) => Promise<Came>
  askDelivery: (asked: Asked) => Promise<Came>
  close: () => Promise<void>
}

const directoryToken = 'a-token-of-the-installation-for-the-tests'
/** What was asked may have removed what there was: after so many requests there is something new. */
const renewedAfter = 200
/** After this nobody waits any longer, in milliseconds. */
const patience = 60_000

export async function openHouse(): Promise<House> {
  const product = await startProduct({
    settings: { SCIM_TOKEN: directoryToken },
  })
  const delivery = await openDelivery(product)
  const known = new Map<string, string>()
  const callers = new Map<Asker, string>([['directory', `Bearer ${directoryToken}`]])
  let asked = 0

  /** Whoever is signed out, or somebody else by now, is signed in anew. */
  const renewCallers = async () => {
    for (const role of ['author', 'editor', 'admin'] as const) {
      if (await isStill(product, callers.get(role), role)) continue
      callers.set(role, (await product.signIn(role)).authorization)
    }
    if (await isStillPending(product, callers.get('pending'))) return
    const { email } = await makeAccount(product)
    await setUpApp(product, await signInBy(product, email))
    callers.set('pending', (await signInBy(product, email)).authorization)
  }
  const renew = async () => {
    await renewCallers()
    const site = await product.makeSite()
    callers.set('site', site.authorization)
    known.set('sites', site.id)
    await fill(product, known)
  }
  await renew()

  const timed = async (ask: () => Promise<Response>): Promise<Came> => {
    const start = performance.now()
    const answer = async () => {
      const response = await ask()
      const text = await response.text()
      return {
        status: response.status,
        text,
        isSentAway: isSentAway(response.status, response.headers),
      }
    }
    const never = new Promise<Omit<Came, 'milliseconds'>>((resolve) => {
      setTimeout(resolve, patience, nothing('No answer came.')).unref()
    })
    // What a server would answer 500 to, or not at all.
    const thrown = (error: unknown) => nothing(String(error instanceof Error ? error.stack : error))
    const came = await Promise.race([answer().catch(thrown), never])
    return { ...came, milliseconds: performance.now() - start }
  }

  return {
    product,
    delivery,
    askAuthoring: async (request) => {
      asked += 1
      if (asked % renewedAfter === 0) await renew()
      const { asker, method } = request
      const authorization = callers.get(asker)
      const url = `http://localhost/api${resolved(request.address, known)}`
      // What leads out of the API is none of its requests: the server of pages answers it.
      if (!new URL(url).pathname.startsWith('/api/')) return elsewhere
      const came = await timed(() =>
        product.send(new Request(url, initOf(request, known, authorization))),
      )
      if (method !== 'GET' && mayEndSessions(request)) await renewCallers()
      return came
    },
    askDelivery: async (request) => {
      const authorization = request.asker === 'site' ? callers.get('site') : undefined
      const key = authorization === undefined ? undefined : withKey({ authorization }).authorization
      const url = `${delivery.url}${resolved(request.address, known)}`
      const init = initOf(request, known, key)
      return timed(() =>
        fetch(url, { redirect: 'manual', ...init }).catch((error: unknown) => {
          // A server refuses heads that it does not read to their end, and closes: the 431 may not be heard.
          if (lengthOf(init.headers) < mostOfAHead) throw error
          return new Response(null, { status: 431 })
        }),
      )
    },
    close: async () => {
      await delivery.close()
      await product.close()
    },
  }
}

const elsewhere: Came = { status: 404, milliseconds: 0, text: '', isSentAway: false }

/** Of the bytes of a head that Node reads, what other headers leave. */
const mostOfAHead = maxHeaderSize - 1000

function lengthOf(headers: RequestInit['headers']): number {
  return [...new Headers(headers)].reduce(
    (sum, [name, value]) => sum + name.length + value.length,
    0,
  )
}

function nothing(text: string): Omit<Came, 'milliseconds'> {
  return { status: 0, text, isSentAway: false }
}

function initOf(
  { method, headers, body }: Asked,
  known: ReadonlyMap<string, string>,
  authorization: string | undefined,
): RequestInit {
  return {
    method,
    headers: {
      ...headers,
      ...(body ? { 'Content-Type': body.type } : {}),
      ...(authorization === undefined ? {} : { Authorization: authorization }),
    },
    ...(body && method !== 'GET' ? { body: resolved(body.text, known) } : {}),
  }
}

/** 503 with a time to come back, or a limit of time: what the house does so that it stands. */
function isSentAway(status: number, headers: Headers): boolean {
  return status === 504 || (status === 503 && headers.has('retry-after'))
}

function mayEndSessions({ address, body }: Asked): boolean {
  return (
    /^\/(users|account|people|scim|sign-in)(\/|\?|$)/.test(address) ||
    body?.text.includes('User') === true
  )
}

async function isStill(
  product: Product,
  authorization: string | undefined,
  role: string,
): Promise<boolean> {
  if (authorization === undefined) return false
  const me = await product.call('GET', '/users/me', { authorization })
  return me.get('user.role') === role
}

/** Who has not shown a second factor yet is told so; who is nobody is told that. */
async function isStillPending(
  product: Product,
  authorization: string | undefined,
): Promise<boolean> {
  if (authorization === undefined) return false
  const me = await product.call('GET', '/users/me', { authorization })
  return me.get('error.code') === 'second_factor_owed'
}

/** Makes what can be asked for: an entry of every kind, and a text that is live with a changed working copy. */
async function fill(product: Product, known: Map<string, string>): Promise<void> {
  const author = await product.signIn('author')
  const editor = await product.signIn('editor')
  known.set('users', author.id)
  const pair = await makePair(product)
  known.set('professions', pair.profession).set('regions', pair.region)
  for (const [collection, id] of [
    ['professions', pair.profession],
    ['regions', pair.region],
  ] as const) {
    const { slug } = await product.payload.findByID({ collection, id, overrideAccess: true })
    known.set(collection === 'regions' ? 'region' : 'profession', slug)
    known.set('slug', slug)
  }
  const desk = await product.payload.create({
    collection: 'desks',
    data: { name: `Desk ${pair.region}` },
    overrideAccess: true,
  })
  known.set('desks', desk.id)
  for (const collection of ['career-profiles', 'regional-sections'] as const) {
    const { region, profession } = pair
    const written = await product.call('POST', `/${collection}`, {
      ...author,
      body: {
        ...sectionContent(),
        profession,
        ...(collection === 'regional-sections' ? { region } : {}),
      },
    })
    const id = String(written.get('doc.id'))
    known.set(collection, id)
    for (const [person, step] of [
      [author, 'submit'],
      [editor, 'approve'],
      [editor, 'publish'],
    ] as const) {
      await transition(product, person, id, { transition: step }, collection)
    }
    await product.call('PATCH', `/${collection}/${id}`, {
      ...author,
      body: { headline: 'Eine andere Überschrift' },
    })
    const view = await product.call('GET', `/${collection}/${id}/workflow`, author)
    known.set('digest', String(view.get('digest')))
    const link = await product.call('POST', `/${collection}/${id}/workflow/expert-links`, {
      ...editor,
      body: {},
    })
    known.set('link', String(link.get('link.id') ?? link.get('id')))
    known.set('token', String(link.get('token') ?? link.get('href')).replace(/^.*\//, ''))
    const comment = await product.call('POST', `/${collection}/${id}/workflow/comments`, {
      ...editor,
      body: { body: 'Bitte kürzer.' },
    })
    known.set('comment', String(comment.get('comments.0.id') ?? comment.get('id')))
  }
}
