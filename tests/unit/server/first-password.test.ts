import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { forgetFirstPassword, keepFirstPassword } from '#server/first-password.ts'

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'first-password-'))
const one = { email: 'a@example.org', password: 'geheim' }
const other = { email: 'b@example.org', password: 'auch geheim' }

describe('the password of a new account', () => {
  it('is kept for the owner alone, whoever could read what lay there', async () => {
    const folder = newFolder()
    const older = path.join(folder, 'first-password.txt')
    writeFileSync(older, 'older\n')
    chmodSync(older, 0o644)
    const file = await keepFirstPassword(folder, one)
    expect(readFileSync(file, 'utf8')).toBe('older\na@example.org\ngeheim\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('is kept beside that of the account before', async () => {
    const folder = newFolder()
    await keepFirstPassword(folder, one)
    const file = await keepFirstPassword(folder, other)
    expect(readFileSync(file, 'utf8')).toBe('a@example.org\ngeheim\nb@example.org\nauch geheim\n')
  })

  it('goes alone where there is no account', async () => {
    const folder = newFolder()
    await keepFirstPassword(folder, one)
    const file = await keepFirstPassword(folder, other)
    await forgetFirstPassword(file, other)
    expect(readFileSync(file, 'utf8')).toBe('a@example.org\ngeheim\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await forgetFirstPassword(file, one)
    expect(existsSync(file)).toBe(false)
  })
})
