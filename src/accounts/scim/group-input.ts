import * as z from 'zod'
import { isRecord, isUuid } from '#model/documents.ts'
import { storableText, writtenText } from '#model/input.ts'
import { ScimError } from './errors.ts'
import { readOperations } from './operations.ts'

/** What a group is to be; what is undefined stays. */
export interface GroupChange {
  displayName?: string
  externalId?: string | null
  /** Steps on its members, one after the other: ids of accounts. */
  members: { step: 'add' | 'remove' | 'replace'; ids: string[] }[]
}

const most = 5000
const memberSchema = z.object({ value: z.string() })
const membersSchema = z.array(memberSchema).max(most)

/**
 * Reads a group as a whole, of POST and PUT: members that are not named are none. Attributes are named in small letters
 * or large ones (RFC 7643, 2.1).
 *
 * @throws ScimError 400
 */
export function readGroup(body: unknown): GroupChange & { displayName: string } {
  if (!isRecord(body)) throw new ScimError(400, 'The body is no object.', 'invalidSyntax')
  const change: GroupChange = { members: [{ step: 'replace', ids: [] }] }
  for (const [name, value] of Object.entries(body)) {
    if (name.toLowerCase() !== 'members') set(change, name.toLowerCase(), value)
    else change.members.push({ step: 'add', ids: idsIn(value ?? []) })
  }
  const { displayName } = change
  if (displayName === undefined) throw invalid('displayName is missing.')
  return { ...change, displayName }
}

/** Reads what PATCH changes of a group. @throws ScimError 400 */
export function readGroupPatch(body: unknown): GroupChange {
  const change: GroupChange = { members: [] }
  for (const { op, path, value } of readOperations(body)) {
    const name = path?.replace(/^urn:ietf:params:scim:schemas:core:2\.0:group:/iu, '') ?? null
    const one = name === null ? null : /^members\[\s*value\s+eq\s+"([^"]*)"\s*\]$/iu.exec(name)
    if (one) {
      if (op !== 'remove') throw invalid('A member is removed by its value, and not changed.')
      change.members.push({ step: 'remove', ids: [idOf(one[1])] })
    } else if (name?.toLowerCase() === 'members') {
      // Entra names those who are to go in the value; without one, all are.
      const isAll = op === 'remove' && value === undefined
      change.members.push(isAll ? { step: 'replace', ids: [] } : { step: op, ids: idsIn(value) })
    } else if (name !== null) {
      if (op !== 'remove') set(change, name.toLowerCase(), value)
      else if (name.toLowerCase() === 'externalid') change.externalId = null
      else throw new ScimError(400, 'This cannot be removed.', 'mutability')
    } else if (isRecord(value) && op !== 'remove') {
      for (const [part, given] of Object.entries(value)) {
        if (part.toLowerCase() === 'members') change.members.push({ step: op, ids: idsIn(given) })
        else set(change, part.toLowerCase(), given)
      }
    } else {
      throw new ScimError(400, 'Without a path, the value is an object.', 'invalidSyntax')
    }
  }
  return change
}

function set(change: GroupChange, name: string, value: unknown): void {
  if (name === 'displayname') {
    const parsed = writtenText(200).safeParse(value)
    if (!parsed.success) throw invalid('displayName has 1 to 200 characters.')
    change.displayName = parsed.data
  }
  if (name === 'externalid') {
    const parsed = storableText(254).nullable().safeParse(value)
    if (!parsed.success) throw invalid('externalId has at most 254 characters.')
    change.externalId = parsed.data
  }
}

function idsIn(value: unknown): string[] {
  const parsed = membersSchema.safeParse(Array.isArray(value) ? value : [value])
  if (!parsed.success) {
    throw invalid(`members is a list of at most ${String(most)} objects with a value.`)
  }
  return parsed.data.map((member) => idOf(member.value))
}

function idOf(value: string | undefined): string {
  if (value !== undefined && isUuid(value)) return value.toLowerCase()
  throw invalid('The value of a member is the id of a User.')
}

function invalid(detail: string): ScimError {
  return new ScimError(400, detail, 'invalidValue')
}
