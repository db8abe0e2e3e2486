import pg from 'pg'
import type { Migration, Payload } from 'payload'
import { DatabaseUnguarded } from './faults.ts'

/** Every trigger that guards what is live, as `table.trigger`. */
export const guardTriggers: readonly string[] = [
  'workflow_events.workflow_stamp_event',
  'workflow_events.workflow_append_only',
  'workflow_events.workflow_no_truncate',
  'workflow_events.workflow_clock',
  'workflow_chains.workflow_guard_chain',
  'workflow_chains.workflow_no_truncate',
  'workflow_anchors.workflow_append_only',
  'workflow_anchors.workflow_no_truncate',
  'workflow_anchored_events.workflow_append_only',
  'workflow_anchored_events.workflow_no_truncate',
  'workflow_approvals.workflow_append_only',
  'workflow_approvals.workflow_no_truncate',
  'workflow_approvals.workflow_check_approval',
  'media.workflow_guard_picture',
  ...['career_profiles', 'regional_sections'].flatMap((table) => [
    `${table}.workflow_guard_document`,
    `${table}.workflow_guard_insert`,
    `${table}.workflow_refuse_truncate`,
    ...['sections', 'salary_figures', 'media', 'rels'].flatMap((part) => [
      `${table}_${part}.workflow_guard_part`,
      `${table}_${part}.workflow_refuse_truncate`,
    ]),
  ]),
]

/**
 * Applies the migrations that are missing, one process at a time, and asserts that the migrations
 * and the triggers are there. @throws DatabaseUnguarded naming what is missing
 */
export async function migrate(payload: Payload, databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('berufsbild migrations'))`)
    await payload.db.migrate({ migrations: await loadMigrations() })
    await assertGuarded(client)
  } finally {
    await client.end()
  }
}

/**
 * Asserts that every migration is recorded and every trigger of the guard is enabled.
 *
 * @throws DatabaseUnguarded naming what is missing, and what to do
 */
export async function assertGuarded(client: pg.Client): Promise<void> {
  const migrations = await loadMigrations()
  const applied = await client.query<{ name: string }>('SELECT name FROM payload_migrations')
  const missing = migrations
    .map(({ name }) => name)
    .filter((name) => !applied.rows.some((row) => row.name === name))
  if (missing.length > 0) {
    throw new DatabaseUnguarded(
      `The database does not record these migrations: ${missing.join(', ')}. Restore it from a backup.`,
    )
  }
  const enabled = await client.query<{ name: string }>(
    `SELECT c.relname || '.' || t.tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')`,
  )
  const absent = guardTriggers.filter((name) => !enabled.rows.some((row) => row.name === name))
  if (absent.length > 0) {
    throw new DatabaseUnguarded(
      `The database does not guard what is live: these triggers (table.trigger) are missing or disabled: ${absent.join(', ')}. Enable them, make them as migrations/*_workflow_guard.ts does, or restore a backup; then start again.`,
    )
  }
}

/** The migrations of the project. Payload types their arguments as unknown until it runs them. */
export async function loadMigrations(): Promise<Migration[]> {
  const { migrations } = await import('../../migrations/index.ts')
  return migrations.map(({ name, up, down }) => ({
    name,
    up: (args) => up(args as Parameters<typeof up>[0]),
    down: (args) => down(args as Parameters<typeof down>[0]),
  }))
}
