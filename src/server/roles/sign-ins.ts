import { createHash, createHmac } from 'node:crypto'
import { serverRoles, type ServerRole } from './grants.ts'

/** A role of the database that somebody signs in as. */
export interface SignIn {
  name: string
  password: string
}

/** The addresses of one database, for each server. */
export type ServerAddresses = Readonly<Record<ServerRole, string>>

/**
 * What a server signs in with, where nobody has named something else: a role whose name holds the database's
 * (several installations may share a PostgreSQL), and a password that only who has the owner's can tell. So the
 * servers know nothing of each other's.
 *
 * @param ownerUrl the address of the owner; embedded, of the superuser
 * @param secret the installation's, for an owner that signs in without a password
 */
export function signInOf(ownerUrl: string, role: ServerRole, secret: string): SignIn {
  const database = databaseOf(ownerUrl)
  const { password } = new URL(ownerUrl)
  return {
    name: `berufsbild_${role}_${markOf(database)}`,
    password: createHmac('sha256', password === '' ? secret : decodeURIComponent(password))
      .update(`${role} sign-in of ${database}`)
      .digest('base64url'),
  }
}

/** The same as addresses. */
export function addressesFrom(ownerUrl: string, secret: string): ServerAddresses {
  const [authoring, worker] = serverRoles.map((role) =>
    addressAs(ownerUrl, signInOf(ownerUrl, role, secret)),
  )
  return { authoring: authoring ?? '', worker: worker ?? '' }
}

/** The address of the same database, for somebody else. */
export function addressAs(databaseUrl: string, { name, password }: SignIn): string {
  const url = new URL(databaseUrl)
  url.username = name
  url.password = password
  return url.toString()
}

/** Who signs in at an address. */
export function nameAt(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).username)
}

export function databaseOf(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).pathname.slice(1))
}

/** A short mark of a database's name, for the names of its roles. */
export function markOf(database: string): string {
  return createHash('sha256').update(database).digest('hex').slice(0, 12)
}
