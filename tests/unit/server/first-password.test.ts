import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { keepFirstPassword } from '#server/first-password.ts'

it('the password of a new account is kept for the owner alone, whatever lay there', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'first-password-'))
  const older = path.join(folder, 'first-password.txt')
  writeFileSync(older, 'older')
  chmodSync(older, 0o644)
  const file = await keepFirstPassword(folder, { email: 'a@example.org', password: 'geheim' })
  expect(readFileSync(file, 'utf8')).toBe('a@example.org\ngeheim\n')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
