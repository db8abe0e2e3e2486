import crypto, { randomUUID } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { availableParallelism } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootstrapContext } from '#access/bootstrap.ts'
import { peerHeader } from '#access/client-address.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { allowed } from '#support/slowness.ts'

/** Takes all its rounds, unlike the one that other tests sign in with. */
const password = 'ein Passwort mit allen Runden'
const directory = 'a-token-of-the-installation-for-the-tests'

describe('two hundred sign-ins at once', () => {
  let product: Product
  let email: string
  let admin: SignedIn

  beforeAll(async () => {
    product = await startProduct({
      settings: {
        SCIM_TOKEN: directory,
        SIGN_IN_ROLES: JSON.stringify([{ value: 'CMS Redaktion', role: 'editor', allTexts: true }]),
      },
    })
    admin = await product.signIn('admin')
    email = `${randomUUID()}@berufsbild.example`
    await product.payload.create({
      collection: 'users',
      data: { name: 'Vera Viele', email, password, role: 'editor' },
      overrideAccess: true,
      context: bootstrapContext,
    })
  })
  afterAll(() => product.close())

  const signIn = async (by: string, address = '192.0.2.1') => {
    const begin = performance.now()
    const response = await product.respond('POST', '/users/login', {
      body: { email, password: by },
      headers: { [peerHeader]: address },
    })
    const text = await response.text()
    const retryAfter = response.headers.get('retry-after')
    return { status: response.status, text, retryAfter, took: performance.now() - begin }
  }

  it('are let in or asked to come again, soon, and leave the rest of the product its time', async () => {
    // On a quiet machine a quarter of a second.
    const alone = (await signIn(password)).took
    let isOver = false
    const watched = (async () => {
      const times: number[] = []
      while (!isOver) {
        const begin = performance.now()
        expect((await product.call('GET', '/healthz')).status).toBe(200)
        times.push(performance.now() - begin)
        await wait(100)
      }
      return times
    })()
    const answers = await Promise.all(Array.from({ length: 200 }, () => signIn(password)))
    isOver = true
    const times = await watched
    const slowest = Math.max(...answers.map(({ took }) => took))
    const statuses = new Set(answers.map(({ status }) => status))
    expect([...statuses].every((status) => [200, 503].includes(status))).toBe(true)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(4)
    for (const { status, text, retryAfter } of answers) {
      if (status !== 503) continue
      expect([text.includes('"code":"overloaded"'), retryAfter]).toEqual([true, '2'])
    }
    expect(slowest).toBeLessThan(17_000 + 10 * alone)
    expect(Math.max(...times)).toBeLessThan(Math.max(allowed(1000), 2 * alone))
    // The flood is over, and so is what it did.
    expect((await signIn(password)).status).toBe(200)
  }, 120_000)

  it('of one address let those of another pass', async () => {
    let done = 0
    const flood = Array.from({ length: 60 }, async () => {
      await signIn(password)
      done += 1
    })
    await wait(100)
    const before = done
    const answers = await Promise.all(
      ['192.0.2.2', '192.0.2.3'].map((address) => signIn(password, address)),
    )
    const between = done - before
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    // Those at work when they came, and one or two of each round.
    expect(between).toBeLessThan(15)
    await Promise.all(flood)
  }, 120_000)

  it('take turns with accounts that are made, by whatever door', async () => {
    const { pbkdf2 } = crypto
    let [now, most, all] = [0, 0, 0]
    crypto.pbkdf2 = (given, salt, rounds, length, digest, callback) => {
      now += 1
      all += 1
      most = Math.max(most, now)
      pbkdf2(given, salt, rounds, length, digest, (...result) => {
        now -= 1
        callback(...result)
      })
    }
    syncBuiltinESMExports()
    const address = () => `${randomUUID()}@berufsbild.example`
    const graphql = (email: string) =>
      `mutation { createUser(data: { name: "Neu", email: "${email}", role: author }) { id } }`
    try {
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => [
          product.call('POST', '/users', {
            ...admin,
            body: { name: 'Neu', email: address(), role: 'author' },
          }),
          product.call('POST', '/scim/v2/Users', {
            authorization: `Bearer ${directory}`,
            body: {
              schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
              ...{ userName: address(), active: true },
            },
          }),
          product.graphql(graphql(address()), admin),
        ]).flat(),
      )
      expect(answers.map(({ status, text }) => (status < 300 ? '' : text)).join('')).toBe('')
      expect(all).toBe(12)
      expect(most).toBeLessThanOrEqual(Math.min(availableParallelism(), 3))
    } finally {
      crypto.pbkdf2 = pbkdf2
      syncBuiltinESMExports()
    }
  }, 120_000)
})
