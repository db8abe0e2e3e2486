import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeSigningKey, readSigningKey, writeSigningKey } from '#read-model/log/note.ts'
import type { SigningKey } from '#read-model/log/note.ts'
import type { Environment } from '../configuration/environment.ts'
import { makeFileOnce } from '../machine/make-once.ts'

// The key that signs receipts and checkpoints: from the environment, or a file in the data folder that its
// owner alone can read. It never lies in the database.

type Where = Pick<Environment, 'SIGNING_KEY' | 'DATA_DIR'>

function fileIn({ DATA_DIR }: Where): string {
  return path.resolve(DATA_DIR, 'signing-key')
}

/**
 * Gives what reads the key as it is now: a file that was put in its place counts at once. undefined while
 * there is none, or what is there is none.
 */
export function signingKeyIn(environment: Where): () => SigningKey | undefined {
  const given = environment.SIGNING_KEY
  if (given !== undefined) {
    const key = readSigningKey(given)
    return () => key
  }
  const file = fileIn(environment)
  let known: { key: SigningKey | undefined; readAs: string } | undefined
  return () => {
    const { mtimeMs, ino } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, ino: 0 }
    const readAs = `${String(mtimeMs)} ${String(ino)}`
    if (known?.readAs !== readAs) known = { key: ino === 0 ? undefined : readKey(file), readAs }
    return known.key
  }
}

function readKey(file: string): SigningKey | undefined {
  try {
    return readSigningKey(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Makes the first key of an installation, unless the environment names one or there is one. */
export async function ensureSigningKey(environment: Where & Named): Promise<void> {
  if (environment.SIGNING_KEY !== undefined) return
  await makeFileOnce(fileIn(environment), () => newKeyLine(nameOf(environment)))
}

/**
 * Puts a new key of the same name in the place of the one that signs. Everything that runs signs with it from
 * the next signature on; the worker lists it, and ends the one before. Gives the new key.
 */
export async function rotateSigningKey(environment: Where & Named): Promise<SigningKey> {
  const name = signingKeyIn(environment)()?.name ?? nameOf(environment)
  const key = makeSigningKey(name, randomBytes(32))
  const file = fileIn(environment)
  await mkdir(path.dirname(file), { recursive: true })
  const partial = `${file}.${String(process.pid)}`
  await writeFile(partial, `${writeSigningKey(key)}\n`, { mode: 0o600 })
  await rename(partial, file)
  return key
}

type Named = Pick<Environment, 'DELIVERY_URL'>

/** A log has a name of its own for good: where it is, and something that no other has. */
function nameOf({ DELIVERY_URL }: Named): string {
  const host = DELIVERY_URL === undefined ? 'berufsbild' : new URL(DELIVERY_URL).hostname
  return `${host}/log/${randomBytes(4).toString('hex')}`
}

function newKeyLine(name: string): string {
  return `${writeSigningKey(makeSigningKey(name, randomBytes(32)))}\n`
}
