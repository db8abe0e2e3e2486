import { mkdtempSync, readFileSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { supervise, type Supervised } from '#server/supervise.ts'
import { askAt, healthMessages, watch, type Health } from '#server/watch.ts'

/** Watches a process that answers as told, and gives what it was given up for, if it was. */
async function watchFor(
  milliseconds: number,
  answers: (at: number) => Health | Promise<Health>,
  hasDatabase = true,
): Promise<Health | null> {
  let found: Health | null = null
  const startedAt = performance.now()
  const end = watch({
    ask: async () => answers(performance.now() - startedAt),
    isDatabaseThere: () => Promise.resolve(hasDatabase),
    onUnwell: (health) => {
      found = health
    },
    patience: 300,
    interval: 20,
  })
  await wait(milliseconds)
  end()
  return found
}

describe('the watch over a process', () => {
  it.each<[string, (at: number) => Health | Promise<Health>, boolean, Health | null]>([
    ['leaves one that is well', () => 'well', true, null],
    ['gives up one that does not answer', () => new Promise(() => undefined), true, 'silent'],
    ['gives up one whose answers fail', () => Promise.reject(new Error('refused')), true, 'silent'],
    [
      'gives up one that has lost a database that is there',
      () => 'no database',
      true,
      'no database',
    ],
    ['gives up one whose work is stuck', () => 'stuck', true, 'stuck'],
    ['leaves one whose database is gone for all', () => 'no database', false, null],
    ['leaves one that was silent for a moment', (at) => (at < 150 ? 'silent' : 'well'), true, null],
    [
      'leaves one that is silent now and then',
      (at) => (at % 200 < 100 ? 'silent' : 'well'),
      true,
      null,
    ],
  ])('%s', async (_, answers, hasDatabase, found) => {
    expect(await watchFor(1200, answers, hasDatabase)).toBe(found)
  })

  it('takes nothing that it saw before for undone when it is held up itself', async () => {
    const silent = watchFor(1200, () => new Promise(() => undefined))
    // Held up in every 150 ms for 80: what it sees in the rest adds up to its patience.
    const holdUp = setInterval(() => {
      const until = performance.now() + 80
      while (performance.now() < until);
    }, 150)
    expect(await silent).toBe('silent')
    clearInterval(holdUp)
  })

  it('does not hold against a process what passed while it was held up itself', async () => {
    const answers = watchFor(700, (at) => (at > 500 ? 'well' : 'silent'))
    await wait(100)
    const until = performance.now() + 350
    while (performance.now() < until);
    expect(await answers).toBe(null)
  })

  it.each<[string, number, string, Health]>([
    ['200', 200, '{"status":"ok"}', 'well'],
    ['too busy', 503, '{"error":{"code":"overloaded"}}', 'well'],
    ['404, which is an answer', 404, '', 'well'],
    ['without a database', 503, '{"status":"no database"}', 'no database'],
  ])('reads an answer over HTTP: %s', async (_, status, body, health) => {
    const server = http.createServer((__, response) => response.writeHead(status).end(body))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await askAt(`http://127.0.0.1:${String(port)}/`)()).toBe(health)
    server.close()
  })
})

describe('a process that is stuck', () => {
  let child: Supervised | undefined
  afterEach(async () => {
    await child?.stop()
    vi.restoreAllMocks()
  })

  it('is ended and started again, and the start says so', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const log = path.join(mkdtempSync(path.join(os.tmpdir(), 'stuck-')), 'log')
    child = supervise({
      name: 'stuck process',
      args: [
        '--import',
        './src/server/exit-with-parent.mjs',
        'tests/support/children/stuck.mjs',
        log,
      ],
      settings: {},
      readiness: 'message',
      watched: { isDatabaseThere: () => Promise.resolve(true), patience: 800, interval: 100 },
    })
    await child.ready
    const pids = () => readFileSync(log, 'utf8').trim().split('\n')
    await vi.waitFor(
      () => {
        expect(pids()).toHaveLength(2)
      },
      { timeout: 60_000, interval: 100 },
    )
    // The second one is well, and stays.
    await wait(1500)
    expect(pids()).toHaveLength(2)
    const lines = said.mock.calls.map(([line]) => String(line))
    expect(lines[0]).toContain('The stuck process does not answer any more')
    expect(lines[1]).toContain('SIGKILL')
  })

  it.each<[Exclude<Health, 'silent' | 'well'>, string]>([
    ['stuck', 'has work that does not come to its end'],
    ['no database', 'has lost its database, which is there'],
  ])('is ended when it says so itself: %s', async (health, complaint) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const log = path.join(mkdtempSync(path.join(os.tmpdir(), 'unwell-')), 'log')
    const script = ['tests/support/children/unwell.mjs', log, healthMessages[health]]
    child = supervise({
      name: 'worker',
      args: ['--import', './src/server/exit-with-parent.mjs', ...script],
      settings: {},
      readiness: 'message',
      watched: { isDatabaseThere: () => Promise.resolve(true), patience: 800, interval: 100 },
    })
    await child.ready
    const pids = () => readFileSync(log, 'utf8').trim().split('\n')
    await vi.waitFor(
      () => {
        expect(pids()).toHaveLength(2)
      },
      { timeout: 60_000, interval: 100 },
    )
    const lines = said.mock.calls.map(([line]) => String(line))
    expect(lines[0]).toContain(`The worker ${complaint}`)
  })

  it('is let alone while it starts, however long that takes', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    // It takes connections and answers none, as a server does that still loads its pages.
    const silent = http.createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}/`
    child = supervise({
      name: 'slow process',
      args: ['-e', 'setInterval(() => undefined, 1000)'],
      settings: {},
      readiness: { url },
      watched: { url, isDatabaseThere: () => Promise.resolve(true), patience: 300, interval: 50 },
    })
    child.ready.catch(() => undefined)
    await wait(1500)
    expect(said).not.toHaveBeenCalled()
    silent.closeAllConnections()
    silent.close()
  })
})
