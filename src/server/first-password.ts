import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Keeps the password that was made up for an account where only the owner of the data folder reads it: what is
 * printed ends in logs. Gives the file.
 */
export async function keepFirstPassword(
  dataDirectory: string,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const file = path.join(dataDirectory, 'first-password.txt')
  await mkdir(dataDirectory, { recursive: true })
  // Another one may be there that others could read.
  await rm(file, { force: true })
  await writeFile(file, `${email}\n${password}\n`, { mode: 0o600, flag: 'wx' })
  return file
}
