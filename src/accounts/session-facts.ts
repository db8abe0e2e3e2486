import type { Payload, PayloadRequest } from 'payload'
import type { Sql } from '#database/sql.ts'
import { owedBy } from './factors.ts'
import { signInMethodOf, strongMethods, type SignInMethod } from './sign-in-method.ts'
import { addressOf } from './sign-in/attempts.ts'

/** What is kept of a session that begins. */
export interface SessionFacts {
  /** Something is still owed: until it is given, whoever is signed in counts as nobody. */
  isPending: boolean
  method: SignInMethod
  agent: string | null
  address: string | null
}

/** The longest name of a browser that is kept. */
const longestAgent = 300

/**
 * What is to be kept of a session that begins.
 *
 * @param options.req the request that it begins with
 */
export async function factsOfSession(
  db: Sql,
  options: { req: Partial<PayloadRequest> | undefined; payload: Payload; person: string },
): Promise<SessionFacts> {
  const { req, payload, person } = options
  const method = req ? signInMethodOf(req) : 'password'
  const isPending = !strongMethods.includes(method) && (await owedBy(db, payload, person)) !== null
  const headers = req?.headers ?? new Headers()
  const agent = headers.get('user-agent')?.slice(0, longestAgent) ?? null
  return { isPending, method, agent, address: addressOf({ headers, payload }) || null }
}
