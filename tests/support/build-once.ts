import type { TestProject } from 'vitest/node'
import { makeDataFolder, startInstallation } from './installation.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the first start of the run has kept its data, with the demo. */
    demoFolder: string
  }
}

/**
 * The first start builds the admin, makes the database and loads the demo; after it every other start takes
 * seconds, and those on a copy of its data the fewest.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = await makeDataFolder()
  const installation = await startInstallation(folder)
  await installation.end('SIGTERM')
  project.provide('demoFolder', folder)
  return remove
}
