import pg from 'pg'
import { findCopyBeforeUnfinished, keepCopy } from './database-copies.ts'
import { BackupNeeded } from './configuration/faults.ts'
import { findPendingMigrations, refuseNewer } from './pending-migrations.ts'

/** What somebody says on the command line who has a backup of a database that is not the embedded one. */
export const backupFlag = '--i-have-a-backup'

/**
 * Before a start changes the tables of a database that holds something: keeps a copy of the embedded
 * one, and asks for a backup of any other.
 *
 * @throws BackupNeeded, DatabaseInUse, DatabaseNewer
 */
export async function secureBeforeMigrating(options: {
  databaseUrl: string
  isEmbedded: boolean
  hasBackup: boolean
  say: (line: string) => void
}): Promise<void> {
  const { databaseUrl, isEmbedded, hasBackup, say } = options
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const pending = await refuseNewer(client)
    .then(() => findPendingMigrations(client))
    .finally(() => client.end())
  if (pending.length === 0) return
  if (isEmbedded) {
    const unfinished = await findCopyBeforeUnfinished(databaseUrl, pending)
    const copy = unfinished ?? (await keepCopy(databaseUrl, pending))
    say(
      unfinished === undefined
        ? `This version changes the database; as it was, it is kept as ${copy}.`
        : `This version goes on with a change of the database that broke off; as it was before that, it is kept as ${copy}.`,
    )
    say(`To go back: npm run database:restore -- ${copy}, and then start the older version.`)
  } else if (!hasBackup) {
    throw new BackupNeeded(
      `This version changes the database (${pending.join(', ')}). Make a backup of it, then start with: npm start -- ${backupFlag}`,
    )
  }
}
