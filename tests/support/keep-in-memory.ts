import { mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'

/** Where Linux keeps files in memory. */
const memory = '/dev/shm'
/** What a run fills at most, twice over: files and memory are one there. */
const roomNeeded = 4 * 1024 ** 3
const memoryNeeded = 8 * 1024 ** 3
const hour = 3_600_000
const prefix = 'berufsbild-tests-'

/**
 * Has all processes of this run keep their temporary files in memory, where there is plenty: each test
 * file has a database of 1,500 files made for it, which takes a disk most of a second. What lies there goes
 * with this process. Elsewhere all stays as it is.
 */
export function keepInMemory(): void {
  if (!isRoomy()) return
  removeLeftovers()
  const folder = path.join(memory, `${prefix}${String(process.pid)}`)
  // As root, PostgreSQL runs under an account that has to enter it.
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  process.env.TMPDIR = folder
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
}

function isRoomy(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= roomNeeded && process.availableMemory() >= memoryNeeded
  } catch {
    // There is no such place here.
    return false
  }
}

/** Of runs that were killed; a process of the same number elsewhere on the machine may still use newer ones. */
function removeLeftovers(): void {
  for (const name of readdirSync(memory)) {
    const pid = Number(name.startsWith(prefix) ? name.slice(prefix.length) : Number.NaN)
    const folder = path.join(memory, name)
    if (Number.isNaN(pid) || isRunning(pid)) continue
    if (Date.now() - statSync(folder).mtimeMs > hour)
      rmSync(folder, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
