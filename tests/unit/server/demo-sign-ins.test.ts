import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeSignIns, keepSignIns, signInsFile } from '#server/demo/sign-ins.ts'

describe('the sign-ins of the demo', () => {
  const secrets = { password: 'a-password-of-the-demo', key: 'a-key-of-the-demo-only' }
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-sign-ins-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('are kept for the owner only', async () => {
    await keepSignIns(folder, secrets)
    const kept = await readFile(signInsFile(folder), 'utf8')
    for (const secret of Object.values(secrets)) expect(kept).toContain(secret)
    expect((await stat(signInsFile(folder))).mode & 0o077).toBe(0)
  })

  it('are told by the accounts and the file, without password and key', async () => {
    await keepSignIns(folder, secrets)
    const told = describeSignIns(folder)
    expect(told).toContain('author2@berufsbild.example')
    expect(told).toContain(signInsFile(folder))
    for (const secret of Object.values(secrets)) expect(told).not.toContain(secret)
  })

  it('are not told of where no demo was loaded', () => {
    expect(describeSignIns(folder)).toBeUndefined()
  })
})
