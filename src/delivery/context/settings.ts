import type { Level } from 'pino'

/** What the server is told at its start. */
export interface DeliverySettings {
  /** Where it reads: the primary, or a replica. */
  databaseUrl: string
  /**
   * Where it listens for changes and notes the use of keys: the primary. null beside a replica:
   * then nothing is cached.
   */
  listenUrl: string | null
  /** Whether anonymous callers read what is live for everyone. */
  isPublic: boolean
  /** Requests a minute for each key, or for each address without one; 0: no limit. */
  rateLimit: number
  hasIntrospection: boolean
  /** The server's own address, for absolute links. */
  url: string
  /** Signs tokens of previews; null: there are none. */
  previewSecret: string | null
  /** Who has it reads the metrics; null: programs on this machine do. */
  metricsToken: string | null
  logLevel: Level
}
