import { makeDataFolder, startInstallation } from './installation.ts'

/** The first start builds the admin; after it every other start takes seconds. */
export default async function setup(): Promise<void> {
  const { folder, remove } = await makeDataFolder()
  const installation = await startInstallation(folder, { DEMO: 'off' })
  await installation.end('SIGTERM')
  await remove()
}
