import type { Payload } from 'payload'
import { explainFault } from './configuration/faults.ts'
import { openInstallation, type Installation } from './installation/installation.ts'
import { migrate } from './migrate.ts'
import { bootPayload, closePayload } from './payload.ts'

/**
 * Runs a command that works on the product's data, beside the running product or without it: opens
 * the database, brings it up to date, and leaves as it came. Ends the process with the status that
 * the work gives, 1 where it throws, 130 where it is interrupted.
 */
export async function runCommand(work: (payload: Payload) => Promise<number>): Promise<never> {
  let installation: Installation | undefined
  const leave = async (status: number): Promise<never> => {
    await installation?.close()
    process.exit(status)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(130))
  try {
    installation = await openInstallation()
    const payload = await bootPayload()
    await migrate(payload, installation.environment.DATABASE_URL ?? '')
    const status = await work(payload)
    await closePayload(payload)
    return await leave(status)
  } catch (error) {
    console.error(explainFault(error))
    return leave(1)
  }
}
