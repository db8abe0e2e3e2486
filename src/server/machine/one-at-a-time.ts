import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { codeOf, LockHeld } from '../configuration/faults.ts'
import { isRunning } from './processes.ts'

/**
 * Lets one process of this machine at a time do something; a lock of a dead process is taken over.
 *
 * @param options.lock the file that says who works
 * @param options.patience how long to wait for another, in milliseconds
 * @throws LockHeld when the other has not ended by then
 */
export async function oneAtATime<T>(
  options: { lock: string; patience: number },
  work: () => Promise<T>,
): Promise<T> {
  const { lock, patience } = options
  await mkdir(path.dirname(lock), { recursive: true })
  const deadline = Date.now() + patience
  while (!(await tryLock(lock))) {
    if (Date.now() > deadline) throw new LockHeld(`${lock} is held by another process.`)
    await wait(100)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function tryLock(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx')
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (await isAbandoned(lock)) await rm(lock, { force: true })
    return false
  }
}

/** A lock whose process is gone, or that was killed before it could write its id. */
async function isAbandoned(lock: string): Promise<boolean> {
  const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
  if (holder > 0) return !isRunning(holder)
  const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Infinity }))
  return Date.now() - mtimeMs > 5000
}
