import type { Payload } from 'payload'
import { explainFault } from './configuration/faults.ts'
import { openInstallation, type Installation } from './installation/installation.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { migrate } from './migrate.ts'
import { bootPayload, closePayload } from './payload.ts'
import { isEmptyAt } from './pending-migrations.ts'

/**
 * Runs a command that works on the product's data, beside the running product or without it, and with the
 * rights of the authoring plane: opens the database, makes the tables where it is empty, and leaves as it came. Ends the process with the status that
 * the work gives, 1 where it throws, 130 where it is interrupted.
 */
export async function runCommand(
  work: (payload: Payload, installation: Installation) => Promise<number>,
): Promise<never> {
  let installation: Installation | undefined
  const leave = async (status: number): Promise<never> => {
    await installation?.close()
    process.exit(status)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(130))
  try {
    installation = await openInstallation('authoring')
    await fillIfEmpty(installation)
    const payload = await bootPayload()
    await migrate(payload, installation.addresses.authoring)
    const status = await work(payload, installation)
    await closePayload(payload)
    return await leave(status)
  } catch (error) {
    console.error(explainFault(error))
    return leave(1)
  }
}

async function fillIfEmpty(installation: Installation): Promise<void> {
  const { owner } = installation.addresses
  if (owner === undefined || !(await isEmptyAt(owner))) return
  const settings = { ...installation.handedDown, DEMO: 'off' }
  await bringUpToDate({ installation, settings, hasBackup: true, say: () => undefined })
}
