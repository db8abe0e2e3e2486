import net from 'node:net'
import pg from 'pg'
import { InvalidEnvironment } from './environment.ts'

/** A port that the product wants and somebody else has. */
class PortTaken extends Error {
  override readonly name = 'PortTaken'
}

/** A database that the product is told to use and cannot reach. */
class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable'
}

/** What to tell a person: one sentence where they can mend it, else all that is known. */
export function explainFault(error: unknown): string {
  if (error instanceof InvalidEnvironment || error instanceof PortTaken) return error.message
  if (error instanceof DatabaseUnreachable) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** @throws PortTaken naming the variable that sets the port */
export function assertPortIsFree(port: number, host: string, variable: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', () => {
      reject(
        new PortTaken(
          `Port ${String(port)} on ${host} is taken. End what uses it, or set ${variable} to another port.`,
        ),
      )
    })
    server.listen(port, host, () => {
      server.close(() => {
        resolve()
      })
    })
  })
}

/** @throws DatabaseUnreachable with the reason */
export async function assertReachable(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    await client.end()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause)
    throw new DatabaseUnreachable(`The database at DATABASE_URL cannot be reached: ${reason}.`, {
      cause,
    })
  }
}
