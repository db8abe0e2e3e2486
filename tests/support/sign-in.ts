import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { generate } from 'otplib'
import { expect } from 'vitest'
import { bootstrapContext } from '#access/bootstrap.ts'
import type { Role } from '#model/roles.ts'
import type { Product } from './product.ts'
import { password } from './quick-passwords.ts'

/** How a call is signed in. */
export interface Token {
  authorization: string
}

/** An account in which nobody has been yet. */
export async function makeAccount(product: Product, role: Role = 'editor') {
  const email = `${randomUUID()}@berufsbild.example`
  const { id } = await product.payload.create({
    collection: 'users',
    data: { name: 'Zoe Zweifach', email, password, role },
    overrideAccess: true,
    context: bootstrapContext,
  })
  return { id, email }
}

/** Signs in by the password alone. */
export async function signInBy(
  product: Product,
  email: string,
  headers: Record<string, string> = {},
): Promise<Token> {
  const answer = await product.call('POST', '/users/login', { body: { email, password }, headers })
  expect(answer.status, answer.text).toBe(200)
  return { authorization: `JWT ${String(answer.get('token'))}` }
}

const halfMinute = 30_000
/** So long it may take a busy machine until a code is looked at, in milliseconds. */
const onItsWay = 3000

/**
 * The code that an app shows. Half-minutes are counted on, so that no test waits for the next one; but the one
 * before is no longer good when the next one begins, and is not shown so close to that.
 */
export async function codeOf(secret: string, { halfMinutes = 0 } = {}): Promise<string> {
  const left = halfMinute - (Date.now() % halfMinute)
  // A timer may come a moment early.
  if (halfMinutes < 0 && left < onItsWay) await wait(left + 100)
  return generate({ secret, epoch: Math.floor(Date.now() / 1000) + halfMinutes * 30 })
}

/** Sets up an app; a code of this half-minute is still good. */
export async function setUpApp(product: Product, token: Token) {
  const begun = await product.call('POST', '/account/app', { ...token, body: {} })
  expect(begun.status, begun.text).toBe(201)
  const secret = String(begun.get('secret'))
  const confirmed = await product.call('POST', '/account/app/confirm', {
    ...token,
    body: { code: await codeOf(secret, { halfMinutes: -1 }) },
  })
  expect(confirmed.status, confirmed.text).toBe(200)
  const codes: unknown = confirmed.get('recoveryCodes')
  return { secret, codes: Array.isArray(codes) ? codes.map(String) : [] }
}

/** Whether a call is somebody's: whoever owes a second factor is nobody. */
export async function isSomebody(product: Product, token: Token): Promise<boolean> {
  return (await product.call('GET', '/inbox', token)).status === 200
}
