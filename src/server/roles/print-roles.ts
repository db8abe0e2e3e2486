import pg from 'pg'
import { serverRoles } from './grants.ts'
import { forEverybody, statementsFor, type Objects } from './rights.ts'
import { databaseOf, nameAt } from './sign-ins.ts'

/**
 * The SQL that makes the roles of an installation, for whoever administrates the database: with placeholders
 * where passwords belong, and nothing secret in it.
 *
 * @param url the address of the database, where it is known
 */
export function printRoles(url: string | undefined, objects: Objects): string {
  const database = url === undefined ? 'berufsbild' : databaseOf(url)
  const owner = pg.escapeIdentifier(url === undefined ? 'berufsbild_owner' : nameAt(url))
  const to = pg.escapeIdentifier(database)
  const make = (role: string, more = '') =>
    `CREATE ROLE berufsbild_${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS${more} PASSWORD '<password of ${role}>';`
  const rights = serverRoles.flatMap((role) => [
    '',
    `-- ${role}`,
    ...statementsFor(role, `berufsbild_${role}`, objects).map((statement) => `${statement};`),
  ])
  return [
    '-- 1. As somebody who may make roles. DATABASE_OWNER_URL is the address of the owner, DATABASE_URL that of',
    '--    berufsbild_authoring, WORKER_DATABASE_URL and DELIVERY_DATABASE_URL those of the other two. Take other',
    '--    names where the server has several installations.',
    `-- CREATE ROLE ${owner} LOGIN PASSWORD '<password of the owner>';  CREATE DATABASE ${to} OWNER ${owner};`,
    'CREATE ROLE berufsbild_delivery NOLOGIN;',
    ...serverRoles.map((role) => make(role)),
    make('reader', ' IN ROLE berufsbild_delivery'),
    '',
    `-- 2. As the owner of the database ${to}.`,
    ...forEverybody(database).map((statement) => `${statement};`),
    '',
    '-- 3. As the owner, when a start with DATABASE_OWNER_URL has made the tables. That start, and each after it,',
    '--    does this itself; it stands here to be read.',
    ...rights,
  ].join('\n')
}
