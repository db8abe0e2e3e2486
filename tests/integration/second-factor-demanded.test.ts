import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provideEnvironment } from '#server/configuration/environment.ts'
import { startProduct, type Product } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'
import { isSomebody, makeAccount, setUpApp, signInBy } from '#support/sign-in.ts'

describe('a second factor that a role asks for', () => {
  let product: Product

  beforeAll(async () => {
    provideEnvironment({ SECOND_FACTOR: 'admin, editor' })
    product = await startProduct()
  })
  afterAll(async () => {
    await product.close()
    provideEnvironment({ SECOND_FACTOR: '' })
  })

  it('is set up at the next sign-in, before anything else', async () => {
    const { email } = await makeAccount(product, 'editor')
    const token = await signInBy(product, email)
    expect(await isSomebody(product, token)).toBe(false)
    expect((await product.call('GET', '/account/sign-in', token)).get('owes')).toBe('set-up')
    await setUpApp(product, token)
    expect(await isSomebody(product, token)).toBe(true)
  })

  it('and not of the others', async () => {
    expect(
      await isSomebody(
        product,
        await signInBy(product, (await makeAccount(product, 'author')).email),
      ),
    ).toBe(true)
  })

  it('is owed at once by whoever comes to such a role', async () => {
    const { id, email } = await makeAccount(product, 'author')
    const token = await signInBy(product, email)
    expect(await isSomebody(product, token)).toBe(true)
    await product.payload.update({
      collection: 'users',
      id,
      data: { role: 'editor' },
      overrideAccess: true,
    })
    expect(await isSomebody(product, token)).toBe(false)
    await setUpApp(product, token)
    expect(await isSomebody(product, token)).toBe(true)
  })

  it('is owed at once after a start that asks for it', async () => {
    const { id, email } = await makeAccount(product, 'editor')
    const token = await signInBy(product, email)
    await product.sql.query('UPDATE users_sessions SET is_pending = false WHERE _parent_id = $1', [
      id,
    ])
    expect(await isSomebody(product, token)).toBe(true)
    // As a server does that has begun.
    await product.payload.config.onInit?.(product.payload)
    expect(await isSomebody(product, token)).toBe(false)
  })

  it('stays: the last one cannot be removed', async () => {
    const { email } = await makeAccount(product, 'editor')
    const token = await signInBy(product, email)
    await setUpApp(product, token)
    const refused = await product.call('POST', '/account/app/remove', {
      ...token,
      body: { password },
    })
    expect([refused.status, refused.get('error.code')]).toEqual([409, 'second_factor_demanded'])
    expect(await isSomebody(product, await signInBy(product, email))).toBe(false)
  })
})
