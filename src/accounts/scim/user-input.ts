import type * as z from 'zod'
import { isRecord } from '#model/documents.ts'
import { storableText, writtenText } from '#model/input.ts'
import { mailAddress } from '../mail-address.ts'
import { ScimError } from './errors.ts'
import { readOperations } from './operations.ts'

/** What a directory wants somebody to be; what is undefined stays. */
export interface UserChange {
  userName?: string
  /** null: the directory has none of its own for them any more. */
  externalId?: string | null
  email?: string
  name?: { display?: string; given?: string; family?: string }
  active?: boolean
}

/** Reads somebody as a whole, of POST and PUT. @throws ScimError 400 */
export function readUser(body: unknown): UserChange & { userName: string } {
  if (!isRecord(body)) throw new ScimError(400, 'The body is no object.', 'invalidSyntax')
  const change: UserChange = {}
  for (const [name, value] of Object.entries(body)) set(change, name, value)
  const { userName } = change
  if (userName === undefined) throw new ScimError(400, 'userName is missing.', 'invalidValue')
  return { ...change, userName }
}

/** Reads what PATCH changes of somebody. @throws ScimError 400 */
export function readUserPatch(body: unknown): UserChange {
  const change: UserChange = {}
  for (const { op, path, value } of readOperations(body)) {
    if (op === 'remove') {
      remove(change, path ?? '')
    } else if (path !== null) {
      set(change, path, value)
    } else if (isRecord(value)) {
      for (const [name, part] of Object.entries(value)) set(change, name, part)
    } else {
      throw new ScimError(400, 'Without a path, the value is an object.', 'invalidSyntax')
    }
  }
  return change
}

/** What we keep nothing of (titles, telephones, departments) is passed over: directories send what they have. */
function set(change: UserChange, path: string, value: unknown): void {
  switch (plainPath(path)) {
    case 'username':
      change.userName = read(writtenText(254), 'userName', value).trim()
      return
    case 'externalid':
      change.externalId =
        value === null || value === '' ? null : read(storableText(254), 'externalId', value)
      return
    case 'active':
      change.active = readTruth(value)
      return
    case 'displayname':
      setName(change, { display: value }, 'replace')
      return
    case 'name.formatted':
      setName(change, { display: value }, 'keep')
      return
    case 'name.givenname':
      setName(change, { given: value }, 'replace')
      return
    case 'name.familyname':
      setName(change, { family: value }, 'replace')
      return
    case 'name':
      if (isRecord(value)) {
        for (const [part, text] of Object.entries(value)) set(change, `name.${part}`, text)
      }
      return
    case 'emails':
      setEmail(change, mainOf(value))
      return
    case 'emails.value':
      setEmail(change, value)
      return
    default:
      return
  }
}

/** Without its schema and what stands in brackets: there is one address of each person. */
function plainPath(path: string): string {
  return path
    .replace(/^urn:ietf:params:scim:schemas:core:2\.0:user:/iu, '')
    .replace(/\[[^[\]]*\]$/u, '.value')
    .replace(/\[[^[\]]*\]/u, '')
    .toLowerCase()
}

function remove(change: UserChange, path: string): void {
  const name = plainPath(path)
  if (name === 'externalid') change.externalId = null
  if (['username', 'active', 'emails', 'emails.value', ''].includes(name)) {
    throw new ScimError(400, `"${path.slice(0, 100)}" cannot be without a value.`, 'mutability')
  }
}

/** What is empty says nothing. */
function setName(
  change: UserChange,
  given: Record<string, unknown>,
  known: 'keep' | 'replace',
): void {
  for (const [part, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === '') continue
    const text = read(writtenText(200), 'name', value).trim()
    const before: Record<string, string> = { ...change.name }
    if (known === 'keep' && part in before) continue
    change.name = { ...before, [part]: text }
  }
}

function setEmail(change: UserChange, value: unknown): void {
  if (value === undefined || value === null || value === '') return
  change.email = read(mailAddress, 'emails', value)
}

/** The main one of several addresses, or the first. */
function mainOf(value: unknown): unknown {
  const listed: unknown[] = Array.isArray(value) ? value : [value]
  const records = listed.filter(isRecord)
  const main = records.find(({ primary }) => primary === true || primary === 'true') ?? records[0]
  return main?.value ?? listed.find((one) => typeof one === 'string')
}

/** Entra sends truth as a word, with a capital. */
function readTruth(value: unknown): boolean {
  const word = typeof value === 'string' ? value.toLowerCase() : value
  if (word === true || word === 'true') return true
  if (word === false || word === 'false') return false
  throw new ScimError(400, 'active is true or false.', 'invalidValue')
}

function read<T>(schema: z.ZodType<T>, name: string, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const reason = parsed.error.issues[0]?.message ?? 'not valid'
  throw new ScimError(400, `${name}: ${reason}`, 'invalidValue')
}
