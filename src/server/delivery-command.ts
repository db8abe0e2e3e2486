import { variables } from './configuration/environment.ts'

/**
 * How Node starts the delivery plane: with a heap that fits into 150 MB together with what is kept in
 * memory, which may still grow by half before it is searched for garbage, by one thread beside the
 * main one. `npm run delivery` says the same; bench/README.md says what each of them is worth.
 */
export const deliveryCommand: readonly string[] = [
  '--max-semi-space-size=4',
  '--max-old-space-size=112',
  '--heap-growing-percent=50',
  '--v8-pool-size=1',
  'src/server/launch-delivery.mjs',
]

/**
 * What the start puts into its environment: glibc, where it is the C library, keeps one arena for all
 * threads and gives back what is free at its end, which is worth 7 MB. Elsewhere it says nothing.
 */
export const deliveryEnvironment: Readonly<Record<string, string>> = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
}

/** The variables of the product that the delivery plane reads. */
const needed: ReadonlySet<string> = new Set([
  'CMS_PORT',
  'CMS_HOST',
  'DELIVERY_PORT',
  'DELIVERY_HOST',
  'DELIVERY_URL',
  'DELIVERY_DATABASE_URL',
  'DELIVERY_PUBLIC',
  'DELIVERY_INTROSPECTION',
  'DELIVERY_RATE_LIMIT',
  'DELIVERY_METRICS_TOKEN',
  'PAYLOAD_SECRET',
  'DATA_DIR',
  'DEMO',
  'LOG_LEVEL',
])

/**
 * Its whole part of the environment: the settings of all processes, and every variable that it does not
 * read as empty, since else it would read that from `.env`.
 */
export function deliverySettings(
  settings: Readonly<Record<string, string>>,
  databaseUrl: string,
): Record<string, string> {
  const withheld = variables.filter((name) => !needed.has(name)).map((name) => [name, ''] as const)
  return {
    ...deliveryEnvironment,
    ...settings,
    ...Object.fromEntries(withheld),
    DELIVERY_DATABASE_URL: databaseUrl,
    NODE_ENV: 'production',
  }
}
