import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, Server, ServerResponse } from 'node:http'
import { callerOf, type TokenFacts } from './caller.ts'
import { plainPage } from './no-page.ts'
import { overloaded } from './refusals.ts'
import { isReading, type OwnAddress } from './same-origin.ts'
import { readOwnCookies } from './session-cookie.ts'
import { newTurns, shed } from './turns.ts'

// The API has turns of its own (guard-route.ts), which end with its answers. Next says nowhere in a page when it is
// done; the answer and its connection do.

/** A page is made in a tenth of a second and more of the one loop that everybody waits for. */
const pages = newTurns({ atOnce: 4, share: 3, patience: 20_000, line: 60 })
/**
 * What pages send (server functions, as React calls them) may come as slowly as its sender likes: it takes no turn
 * of somebody who looks at a page, nor that of a stranger one of somebody who is signed in.
 */
const actions = {
  signedIn: newTurns({ atOnce: 8, share: 3, patience: 20_000, line: 30 }),
  strangers: newTurns({ atOnce: 2, patience: 10_000, line: 10 }),
}
/** So long the longest page holds its turn, in milliseconds. */
const longestTurn = 30_000
/** How often is looked whether a page still needs its turn, in milliseconds. */
const lookEvery = 100
/** Seconds. */
const comeAgainAfter = 2

/**
 * Lets the pages of this process take turns, by whom they are for; those that would wait too long are answered 503,
 * with Retry-After.
 */
export function letPagesTakeTurns(facts: TokenFacts & OwnAddress): void {
  const known = new WeakSet<Server>()
  subscribe('http.server.request.start', (message) => {
    const server: unknown = Reflect.get(Object(message), 'server')
    if (!isServer(server) || known.has(server)) return
    known.add(server)
    const emit = server.emit.bind(server)
    server.emit = (event: string, ...about: unknown[]) => {
      const [request, response] = about
      const isOfPage =
        event === 'request' &&
        request instanceof IncomingMessage &&
        isResponse(response) &&
        // What is answered already (known-methods.mjs) needs no turn.
        !response.writableEnded &&
        isPage(request)
      if (!isOfPage) return emit(event, ...about)
      void waitForTurn(request, response, { facts, goOn: () => emit(event, ...about) })
      return true
    }
  })
}

function isServer(value: unknown): value is Server {
  return value instanceof Server
}

function isResponse(value: unknown): value is ServerResponse {
  return value instanceof ServerResponse
}

/** All but the API and the files of the build. Below `/_next/data/` there is each page once more. */
function isPage({ url = '' }: IncomingMessage): boolean {
  return !/^\/(?:api|_next\/static)\//.test(url)
}

async function waitForTurn(
  request: IncomingMessage,
  response: ServerResponse,
  { facts, goOn }: { facts: TokenFacts & OwnAddress; goOn: () => void },
): Promise<void> {
  const sent = new Request('http://localhost/', { headers: headersOf(request, facts) })
  const caller = await callerOf(sent, facts)
  const { method = 'GET' } = request
  const turns = isReading({ method, headers: sent.headers })
    ? pages
    : caller.isSignedIn
      ? actions.signedIn
      : actions.strangers
  const carryOut = async () => {
    // Whoever is gone has had their turn.
    if (response.destroyed || request.socket.destroyed) return
    const isOver = whenOver(request, response)
    goOn()
    await isOver
  }
  if ((await turns(caller.key, carryOut)) !== shed || response.destroyed) return
  const page = plainPage(overloaded(comeAgainAfter), sent.headers)
  // Nobody reads what may come as a body.
  response.writeHead(page.status, { ...Object.fromEntries(page.headers), connection: 'close' })
  response.end(await page.text())
}

/**
 * When a page holds nobody up any more: it is made, its reader is gone, or it waits for them. Of several that are
 * asked for on one connection, all but the first have an answer that tells nothing when the connection ends.
 */
function whenOver({ socket }: IncomingMessage, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    let hasWaited = false
    const look = setInterval(() => {
      const waits = response.writableNeedDrain
      if (response.writableEnded || socket.destroyed || (waits && hasWaited)) end()
      hasWaited = waits
    }, lookEvery).unref()
    const late = setTimeout(end, longestTurn).unref()
    response.once('close', end)
    function end() {
      clearInterval(look)
      clearTimeout(late)
      resolve()
    }
  })
}

function headersOf({ headers: given }: IncomingMessage, own: OwnAddress): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  const cookies = headers.get('cookie')
  if (cookies !== null) headers.set('cookie', readOwnCookies(cookies, own))
  return headers
}
