import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { locateDatabase } from '#server/postgres/binaries.ts'
import { makeDataFolder, type DataFolder } from './installation.ts'

/**
 * A folder for the data of one installation in which the product has been once, with the demo: what the first
 * start of the run left behind, copied. It takes a start most of its time to make that.
 */
export async function copyDemoFolder(): Promise<DataFolder> {
  const data = await makeDataFolder()
  const origin = inject('demoFolder')
  await copy(origin, data.folder)
  const [from, to] = [await locateDatabase(origin), await locateDatabase(data.folder)]
  if (from.movedTo !== undefined && to.movedTo !== undefined)
    await copyMoved(from.movedTo, to.movedTo)
  return data
}

/** The folder beside that the product makes as root where PostgreSQL cannot enter the first. */
async function copyMoved(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await copy(from, to)
}

/** With owners and rights: PostgreSQL takes no data that are not its own. */
async function copy(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', `${from}/.`, to])
}
