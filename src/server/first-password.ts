import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

interface FirstPassword {
  email: string
  password: string
}

/**
 * Keeps the password that was made up for an account where only the owner of the data folder reads it, below those
 * that are there: what is printed ends in logs. Gives the file.
 */
export async function keepFirstPassword(
  dataDirectory: string,
  made: FirstPassword,
): Promise<string> {
  const file = path.join(dataDirectory, 'first-password.txt')
  await mkdir(dataDirectory, { recursive: true })
  await replace(file, (await read(file)) + linesOf(made))
  return file
}

/** Takes back the one that was made up for an account that there is not. */
export async function forgetFirstPassword(file: string, made: FirstPassword): Promise<void> {
  await replace(file, (await read(file)).replace(linesOf(made), ''))
}

function linesOf({ email, password }: FirstPassword): string {
  return `${email}\n${password}\n`
}

function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}

/** Writes a file anew: one may be there that others could read. Without a word in it there is none. */
async function replace(file: string, text: string): Promise<void> {
  await rm(file, { force: true })
  if (text !== '') await writeFile(file, text, { mode: 0o600, flag: 'wx' })
}
