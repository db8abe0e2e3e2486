import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Fault } from '#server/configuration/faults.ts'
import {
  assertCanListen,
  assertReachable,
  assertWritable,
  explainListening,
} from '#server/installation/requirements.ts'

const address = { port: 3000, host: '127.0.0.1' }

/** What a requirement says where it is not met; everything else than a fault fails the test. */
async function faultOf(requirement: Promise<void>): Promise<string> {
  const error = await requirement.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Fault)) throw new Error('There was no fault.', { cause: error })
  return error.message
}

describe('the address to listen on', () => {
  it.each([
    [
      'EADDRINUSE',
      'Port 3000 on 127.0.0.1 is taken. End what uses it, or set CMS_PORT to another.',
    ],
    ['EACCES', 'Port 3000 is not open to this account. Set CMS_PORT to one above 1023.'],
    ['EADDRNOTAVAIL', 'CMS_HOST must be an address of this machine: it has no 127.0.0.1.'],
    ['ENOTFOUND', 'CMS_HOST must be an address of this machine: 127.0.0.1 cannot be found.'],
    ['EAI_AGAIN', 'CMS_HOST must be an address of this machine: 127.0.0.1 cannot be found.'],
    ['EMFILE', 'Nothing can listen at CMS_HOST 127.0.0.1, CMS_PORT 3000: EMFILE.'],
  ])('is explained on %s', (code, sentence) => {
    expect(explainListening(Object.assign(new Error(code), { code }), address)).toBe(sentence)
  })

  it('is refused where the name or the address is not of this machine', async () => {
    expect(await faultOf(assertCanListen({ port: 0, host: 'nonsense.invalid' }))).toContain(
      'CMS_HOST',
    )
    expect(await faultOf(assertCanListen({ port: 0, host: '192.0.2.1' }))).toContain('CMS_HOST')
  })

  it('is refused where somebody listens, and taken where nobody does', async () => {
    const server = net.createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const used = server.address()
    const port = used !== null && typeof used === 'object' ? used.port : 0
    expect(await faultOf(assertCanListen({ port, host: '127.0.0.1' }))).toContain('is taken')
    await new Promise((resolve) => server.close(resolve))
    await expect(assertCanListen({ port, host: '127.0.0.1' })).resolves.toBeUndefined()
  })
})

describe('the database', () => {
  it.each([
    ['postgres://[', 'Invalid URL'],
    ['postgres://x:y@127.0.0.1:port/x', 'Invalid URL'],
    ['postgres://x:y@127.0.0.1:1/x', 'ECONNREFUSED'],
    ['postgres://x:y@localhost:1/x', 'ECONNREFUSED'],
  ])('that cannot be reached at %s is told with the reason', async (url, reason) => {
    const sentence = await faultOf(assertReachable(url))
    expect(sentence).toContain('The database at DATABASE_URL cannot be reached: ')
    expect(sentence).toContain(reason)
  })
})

describe('the folder for data', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-unit-'))
    await writeFile(path.join(folder, 'file'), '')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is made where there is none, and left as it was', async () => {
    await assertWritable(path.join(folder, 'a', 'b'))
    await assertWritable(path.join(folder, 'a', 'b'))
    expect(await readdir(path.join(folder, 'a', 'b'))).toEqual([])
  })

  it('is refused where it is a file, or below one', async () => {
    for (const target of ['file', 'file/below']) {
      const place = path.join(folder, target)
      expect(await faultOf(assertWritable(place))).toBe(
        `DATA_DIR must be a folder, or the place for a new one: ${place} is or lies below a file.`,
      )
    }
  })

  it('is refused where nothing can be written', async () => {
    // Not even root writes here.
    expect(await faultOf(assertWritable('/proc'))).toMatch(
      /^DATA_DIR must be a folder that can be written: \/proc cannot \(E[A-Z]+\)\.$/,
    )
  })
})
