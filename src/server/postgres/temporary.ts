import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openEmbeddedDatabase } from './embedded.ts'

/** A PostgreSQL of its own for one check or one run of tests. */
export interface TemporaryDatabase {
  url: string
  folder: string
  /** Stops it and removes every trace. */
  close: () => Promise<void>
}

/** Opens an empty database below the system's folder for temporary files. */
export async function openTemporaryDatabase(purpose: string): Promise<TemporaryDatabase> {
  const folder = await mkdtemp(path.join(os.tmpdir(), `berufsbild-${purpose}-`))
  // Where root starts it, PostgreSQL runs under an account that has to enter the folder.
  await chmod(folder, 0o711)
  const database = await openEmbeddedDatabase(folder, { isTemporary: true })
  return {
    url: database.url,
    folder,
    close: async () => {
      await database.close()
      for (const place of [folder, database.movedTo]) {
        if (place !== undefined) await rm(place, { recursive: true, force: true })
      }
    },
  }
}
