import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { demoPeople } from './people.ts'

const accounts = demoPeople.map(({ email, role }) => `  ${role.padEnd(7)} ${email}`)

/** Where the demo's password and key are kept, readable for the owner only. */
export function signInsFile(dataDirectory: string): string {
  return path.join(dataDirectory, 'demo-sign-ins.txt')
}

/** Keeps what signs in to the demo where only the owner reads it. */
export async function keepSignIns(
  dataDirectory: string,
  { password, key }: { password: string; key: string },
): Promise<void> {
  const lines = [
    'Sign-ins of the demo (all with one password):',
    ...accounts,
    `  password ${password}`,
    `Site "Demo-Portal", key ${key}`,
    `  delivery plane   Authorization: Bearer ${key}`,
    `  authoring plane  Authorization: sites API-Key ${key}`,
  ]
  await writeFile(signInsFile(dataDirectory), `${lines.join('\n')}\n`, { mode: 0o600 })
}

/**
 * What the start says of the demo's sign-ins: the accounts, and the file that keeps the password and
 * the key, since what is printed ends in logs. undefined where no demo was loaded.
 */
export function describeSignIns(dataDirectory: string): string | undefined {
  const file = signInsFile(dataDirectory)
  if (!existsSync(file)) return undefined
  return [
    'Accounts of the demo (all with one password):',
    ...accounts,
    `The password, and the key of the site "Demo-Portal", are in ${file}`,
  ].join('\n')
}
