import { existsSync } from 'node:fs'
import { chmod, link, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from '../configuration/faults.ts'

// What several processes make in the same place: each makes its own beside it, whole, and the first to
// move it there has made it for all. Nobody ever sees a half of it.

/**
 * Makes a folder where there is none. `fill` gets a folder of its own to write into. Other accounts
 * can enter what is made.
 *
 * @throws whatever `fill` throws; nothing is left then
 */
export async function makeFolderOnce(
  folder: string,
  fill: (partial: string) => Promise<unknown>,
): Promise<void> {
  if (existsSync(folder)) return
  await beside(folder, async (partial) => {
    await fill(partial)
    await chmod(partial, 0o755)
    await unlessTaken(rename(partial, folder))
  })
}

/** Makes a file that its owner alone can read, where there is none; gives what is in it. */
export async function makeFileOnce(file: string, make: () => string): Promise<string> {
  if (!existsSync(file)) {
    await beside(file, async (folder) => {
      const partial = path.join(folder, path.basename(file))
      await writeFile(partial, make(), { mode: 0o600 })
      await unlessTaken(link(partial, file))
    })
  }
  return readFile(file, 'utf8')
}

/** Waits for what makes a file or a folder; that somebody else was there first is no fault. */
export async function unlessTaken(making: Promise<void>): Promise<void> {
  try {
    await making
  } catch (error) {
    if (!['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))) throw error
  }
}

/** Works in a folder beside a place, of which nothing is left afterwards. */
async function beside(place: string, work: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true })
  const folder = await mkdtemp(`${place}.partial-`)
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
