import { mkdir, mkdtemp, rmdir } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import pg from 'pg'
import {
  AddressUnusable,
  codeOf,
  DatabaseUnreachable,
  DataFolderUnusable,
  reasonOf,
} from '../configuration/faults.ts'

// What has to hold before anything is started, and what to tell a person where it does not.

interface Address {
  port: number
  host: string
}

/** The plane that is to listen: its variables begin with this. */
type Plane = 'CMS' | 'DELIVERY'

/** @throws AddressUnusable naming the variable to change: …_PORT or …_HOST */
export function assertCanListen(address: Address, plane: Plane = 'CMS'): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', (cause) => {
      reject(new AddressUnusable(explainListening(cause, address, plane), { cause }))
    })
    server.listen(address.port, address.host, () => {
      server.close(() => {
        resolve()
      })
    })
  })
}

/** One sentence on why the system does not let us listen at an address. */
export function explainListening(
  error: Error,
  { port, host }: Address,
  plane: Plane = 'CMS',
): string {
  const code = codeOf(error)
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} on ${host} is taken. End what uses it, or set ${plane}_PORT to another.`
    case 'EACCES':
      return `Port ${String(port)} is not open to this account. Set ${plane}_PORT to one above 1023.`
    case 'EADDRNOTAVAIL':
      return `${plane}_HOST must be an address of this machine: it has no ${host}.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${plane}_HOST must be an address of this machine: ${host} cannot be found.`
    default:
      return `Nothing can listen at ${plane}_HOST ${host}, ${plane}_PORT ${String(port)}: ${reasonOf(error)}.`
  }
}

/** @throws DatabaseUnreachable naming the variable, with the reason */
export async function assertReachable(
  databaseUrl: string,
  variable = 'DATABASE_URL',
): Promise<void> {
  try {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
    await client.connect()
    await client.end()
  } catch (cause) {
    throw new DatabaseUnreachable(
      `The database at ${variable} cannot be reached: ${reasonOf(cause)}.`,
      { cause },
    )
  }
}

/** Makes the folder where there is none, and writes in it. @throws DataFolderUnusable */
export async function assertWritable(dataDirectory: string): Promise<void> {
  try {
    await mkdir(dataDirectory, { recursive: true })
    await rmdir(await mkdtemp(path.join(dataDirectory, 'probe-')))
  } catch (cause) {
    const code = codeOf(cause)
    const isFile = code === 'EEXIST' || code === 'ENOTDIR'
    throw new DataFolderUnusable(
      isFile
        ? `DATA_DIR must be a folder, or the place for a new one: ${dataDirectory} is or lies below a file.`
        : `DATA_DIR must be a folder that can be written: ${dataDirectory} cannot (${code}).`,
      { cause },
    )
  }
}
