import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliveryAddress } from '#server/delivery-role.ts'
import { openEmbeddedDatabase } from '#server/postgres/embedded.ts'
import { findFreePort } from '#server/machine/ports.ts'
import { copyDemoFolder } from '#support/demo-folder.ts'
import {
  databaseProcessFile,
  runCommand,
  runDelivery,
  startInstallation,
  exitOf,
  type DataFolder,
  type Installation,
  type Running,
} from '#support/installation.ts'
import { descendantsOf } from '#support/processes.ts'
import { startReplica, type Replica } from '#support/replica.ts'

const address = '/v1/portraits/pflegefachkraft/koeln'

describe('the delivery plane', () => {
  let data: DataFolder
  let installation: Installation
  let replica: Replica
  let reader: { origin: string; running: Running }

  beforeAll(async () => {
    data = await copyDemoFolder()
    installation = await startInstallation(data.folder)
    const database = await openEmbeddedDatabase(data.folder)
    replica = await startReplica(database.url, data.folder)
    const secret = (await readFile(path.join(data.folder, 'payload-secret'), 'utf8')).trim()
    const url = new URL(deliveryAddress(database.url, secret))
    url.port = String(replica.port)
    await database.close()
    reader = await startReader({ DELIVERY_DATABASE_URL: url.href, DELIVERY_PUBLIC: 'on' })
  })
  afterAll(async () => {
    reader.running.process.kill('SIGTERM')
    await exitOf(reader.running.process)
    await replica.close()
    await installation.end('SIGTERM')
    await data.remove()
  })

  async function startReader(settings: Record<string, string>) {
    const port = String(await findFreePort())
    const running = runDelivery({ ...settings, DELIVERY_PORT: port })
    const origin = `http://127.0.0.1:${port}`
    const startedAt = Date.now()
    while ((await statusOf(`${origin}/readyz`)) !== 200) {
      if (running.process.exitCode !== null || Date.now() - startedAt > 30_000) {
        throw new Error(running.output())
      }
      await wait(20)
    }
    return { origin, running }
  }

  /** The process of the delivery plane that the start watches. */
  async function pidOfDelivery(): Promise<number> {
    for (const pid of await descendantsOf(installation.process.pid ?? 0)) {
      const command = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => '')
      if (command.includes('launch-delivery')) return pid
    }
    throw new Error('No delivery plane runs.')
  }

  async function pidOfAuthoring(): Promise<number> {
    for (const pid of await descendantsOf(installation.process.pid ?? 0)) {
      const command = await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => '')
      if (command.includes('next')) return pid
    }
    throw new Error('No authoring plane runs.')
  }

  it('serves the demo to anybody, jobs and all, from less than 150 MB', async () => {
    const response = await fetch(`${installation.deliveryOrigin}${address}`)
    expect(response.status).toBe(200)
    const portrait = (await response.json()) as { jobs: { items: unknown[] }; jsonLd: unknown }
    expect(portrait.jobs.items.length).toBeGreaterThan(1)
    expect((await fetch(`${installation.deliveryOrigin}/docs/`)).status).toBe(200)
    const status = await readFile(`/proc/${String(await pidOfDelivery())}/status`, 'utf8')
    expect(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1])).toBeLessThan(150 * 1024)
  })

  it('loads neither Payload nor Next nor React', async () => {
    const bundle = await readFile('node_modules/.cache/berufsbild/delivery.mjs', 'utf8')
    for (const name of [
      'node_modules/payload/',
      'node_modules/@payloadcms/',
      'node_modules/next/',
      'node_modules/react/',
    ]) {
      expect(bundle).not.toContain(name)
    }
  })

  it('goes on serving while the authoring plane is killed and comes back', async () => {
    const statuses = new Set<number>()
    process.kill(await pidOfAuthoring(), 'SIGKILL')
    const deadline = Date.now() + 60_000
    do {
      statuses.add(await statusOf(`${installation.deliveryOrigin}${address}`))
      await wait(5)
    } while ((await statusOf(`${installation.origin}/api/access`)) !== 200 && Date.now() < deadline)
    expect([...statuses]).toEqual([200])
  })

  it('is started again when it crashes', async () => {
    process.kill(await pidOfDelivery(), 'SIGKILL')
    await expect.poll(() => statusOf(`${installation.deliveryOrigin}${address}`)).toBe(200)
  })

  it('is rebuilt beside the running product', async () => {
    const rebuilt = runCommand('delivery-rebuild', [], { DATA_DIR: data.folder })
    expect(await exitOf(rebuilt.process), rebuilt.output()).toBe(0)
    expect(rebuilt.output()).toContain('documents: 4 of 4')
  })

  it('reads from a replica, and goes on when the primary is killed', async () => {
    const statuses = new Set<number>()
    expect(await statusOf(`${reader.origin}${address}`)).toBe(200)
    const [pid] = (await readFile(await databaseProcessFile(data.folder), 'utf8')).split('\n')
    process.kill(Number(pid), 'SIGKILL')
    for (let count = 0; count < 100; count += 1) {
      statuses.add(await statusOf(`${reader.origin}${address}`))
      await wait(10)
    }
    expect([...statuses]).toEqual([200])
    // The copy that reads from the primary says that it cannot, and when to try again.
    const response = await fetch(`${installation.deliveryOrigin}${address}`)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.text()).not.toMatch(/ECONN|postgres|127\.0\.0\.1:\d/)
    expect(await statusOf(`${installation.deliveryOrigin}/healthz`)).toBe(200)
  })
})

/** The status of an answer; 0 where there is none. */
async function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    ({ status }) => status,
    () => 0,
  )
}
