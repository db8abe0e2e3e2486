import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSigningKey } from '#read-model/log/note.ts'
import { readEnvironment } from '#server/configuration/environment.ts'
import {
  ensureSigningKey,
  rotateSigningKey,
  signingKeyIn,
} from '#server/installation/signing-key.ts'

describe('the key that signs', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'signing-key-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const environment = (more: Record<string, string> = {}) =>
    readEnvironment({ DATA_DIR: folder, ...more })
  const file = () => path.join(folder, 'signing-key')

  it('is made once, for its owner alone, under a name that stays', async () => {
    expect(signingKeyIn(environment())()).toBeUndefined()
    await ensureSigningKey(environment({ DELIVERY_URL: 'https://api.example.org' }))
    expect((await stat(file())).mode & 0o777).toBe(0o600)
    const made = signingKeyIn(environment())()
    expect(made?.name).toMatch(/^api\.example\.org\/log\/[0-9a-f]{8}$/)
    await ensureSigningKey(environment())
    expect(signingKeyIn(environment())()).toEqual(made)
  })

  it('counts at once when it is replaced, also by somebody else', async () => {
    await ensureSigningKey(environment())
    const read = signingKeyIn(environment())
    const before = read()
    const after = await rotateSigningKey(environment())
    expect(read()).toEqual(after)
    expect(after.name).toBe(before?.name)
    expect(after.id).not.toBe(before?.id)
    expect((await stat(file())).mode & 0o777).toBe(0o600)
    await rm(file())
    expect(read()).toBeUndefined()
  })

  it('is none where the file is none, or cannot be read', async () => {
    await writeFile(file(), 'PRIVATE+KEY+nonsense')
    expect(signingKeyIn(environment())()).toBeUndefined()
    await rm(file())
    await ensureSigningKey(environment())
    const line = await readFile(file(), 'utf8')
    await writeFile(file(), line.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))
    await chmod(file(), 0o600)
    expect(signingKeyIn(environment())()).toBeUndefined()
  })

  it('comes from the environment where that names one, and no other does', async () => {
    await ensureSigningKey(environment())
    const line = (await readFile(file(), 'utf8')).trim()
    await rm(file())
    const given = environment({ SIGNING_KEY: line })
    expect(signingKeyIn(given)()).toEqual(readSigningKey(line))
    await ensureSigningKey(given)
    await expect(stat(file())).rejects.toThrow('ENOENT')
    expect(() => environment({ SIGNING_KEY: 'x' })).toThrow('SIGNING_KEY')
  })
})
