import type { Migration } from 'payload'

/** The migrations of the project. Payload types their arguments as unknown until it runs them. */
export async function loadMigrations(): Promise<Migration[]> {
  const { migrations } = await import('../../migrations/index.ts')
  return migrations.map(({ name, up, down }) => ({
    name,
    up: (args) => up(args as Parameters<typeof up>[0]),
    down: (args) => down(args as Parameters<typeof down>[0]),
  }))
}
