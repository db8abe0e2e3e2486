import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launcher } from '#server/launcher.ts'
import { childEnvironment, provideEnvironment } from '#server/configuration/environment.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { startWebhookReceiver, type WebhookReceiver } from '#support/webhook-receiver.ts'

// In a file of its own: the configuration is read once a file.

describe('webhooks where WEBHOOKS_ALLOW_PRIVATE is on', () => {
  let product: Product
  let receiver: WebhookReceiver
  let admin: SignedIn

  beforeAll(async () => {
    provideEnvironment({ WEBHOOKS_ALLOW_PRIVATE: 'on' })
    receiver = await startWebhookReceiver()
    product = await startProduct()
    admin = await product.signIn('admin')
  })
  afterAll(async () => {
    await product.close()
    await receiver.close()
  })

  it('may lead to an address that is not public, and the worker sends them there', async () => {
    const { id } = await product.makeSite()
    const make = (url: string) =>
      product.call('POST', `/sites/${id}/webhooks`, { ...admin, body: { url } })
    expect((await make('http://user:word@10.0.0.7/hook')).status).toBe(422)
    expect((await make(`${receiver.origin}/hook`)).status).toBe(201)
    const document = randomUUID()
    await product.sql.query(
      `INSERT INTO delivery.releases
         (document, collection, profession, profession_slug, region_slug, sites, reason)
       VALUES ($1, 'career-profiles', gen_random_uuid(), 'tischlerin', '', '{}', 'text')`,
      [document],
    )
    const worker = spawn(process.execPath, [launcher, 'src/server/worker.ts'], {
      env: childEnvironment({ NODE_ENV: 'production' }),
      stdio: 'inherit',
    })
    try {
      await expect.poll(() => receiver.received).toMatchObject([{ document }])
    } finally {
      const ended = once(worker, 'exit')
      worker.kill('SIGTERM')
      await ended
    }
  })
})
