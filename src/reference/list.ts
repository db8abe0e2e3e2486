import { and, count, desc, eq, ne } from 'drizzle-orm'
import type { FlattenedField, PayloadRequest } from 'payload'
import { requireEditor } from '#access/require-admin.ts'
import { requirePerson } from '#access/require-person.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import { referenceProposals as p, regions } from '#database/tables.ts'
import { isRecord, isUuid, relationIds } from '#model/documents.ts'
import type { Person } from '#model/person.ts'
import type { ReferenceCollection } from '#model/reference-collections.ts'
import { callerLanguage } from '#access/answer.ts'
import type { Language } from '#model/text.ts'
import { mayDecide, type Decision } from './decide.ts'
import { storedFields } from './fields.ts'
import type { Proposal } from './proposals.ts'

/** A proposal as people see it. */
export interface ShownProposal {
  id: string
  collection: ReferenceCollection
  /** What the collection calls one of its entries. */
  kind: string
  entry: string
  title: string
  /** Each field that changes, in words. */
  changes: { field: string; label: string; before: string[]; after: string[] }[]
  /** Names what is proposed; a decision says by it what was seen. */
  digest: string
  texts: number
  sites: number
  status: Proposal['status']
  /** Null: a command at the machine. */
  proposedBy: Person | null
  proposedAt: string
  decidedBy: Person | null
  decidedAt: string | null
  reason: string | null
  /** What the reader may do with it. */
  may: Decision[]
}

export interface ProposalList {
  total: number
  proposals: ShownProposal[]
}

/** How many are shown at once, the newest first. */
const mostShown = 100

/**
 * The proposals that are open, or those that are decided, of one entry or of all.
 *
 * @throws NotSignedIn 401, NotAllowed 403 but for editors and administrators
 */
export async function listProposals(
  req: PayloadRequest,
  asked: { status: 'open' | 'decided'; entry?: string | undefined },
): Promise<ProposalList> {
  requireEditor(req, {
    de: 'Vorschläge sehen Redaktion und Verwaltung.',
    en: 'Editors and administrators see proposals.',
  })
  const db = await sqlIn(req)
  const where = and(
    asked.status === 'open' ? eq(p.status, 'open') : ne(p.status, 'open'),
    asked.entry === undefined ? undefined : eq(p.entry, asked.entry),
  )
  const [row] = await db.select({ total: count() }).from(p).where(where)
  const found = await db
    .select()
    .from(p)
    .where(where)
    .orderBy(desc(p.proposedAt), desc(p.id))
    .limit(mostShown)
  return { total: row?.total ?? 0, proposals: await showProposals(req, found) }
}

/** Proposals as whoever calls sees them. */
export async function showProposals(
  req: PayloadRequest,
  proposals: readonly Proposal[],
): Promise<ShownProposal[]> {
  const person = requirePerson(req)
  const names = await namesOfRegions(req, proposals)
  const language = callerLanguage(req)
  const shown: ShownProposal[] = []
  for (const proposal of proposals) {
    const { before, after, proposedBy, proposedByName, decidedBy, decidedByName, ...rest } =
      proposal
    const fields = storedFields(req.payload, proposal.collection)
    const say = (field: FlattenedField, value: unknown) =>
      inWords({ field, value, language, names })
    const { labels } = req.payload.collections[proposal.collection].config
    shown.push({
      ...rest,
      kind: textIn(labels.singular, language) ?? proposal.collection,
      changes: fields
        .filter(({ name }) => name in after)
        .map((field) => ({
          field: field.name,
          label: labelOf(field, language),
          before: say(field, before[field.name]),
          after: say(field, after[field.name]),
        })),
      proposedBy: proposedBy === null ? null : { id: proposedBy, name: proposedByName ?? '' },
      decidedBy: decidedBy === null ? null : { id: decidedBy, name: decidedByName ?? '' },
      may: proposal.status === 'open' ? await mayDecide(req, person, proposal) : [],
    })
  }
  return shown
}

/** What the regions are called that proposals refer to. */
async function namesOfRegions(
  req: PayloadRequest,
  proposals: readonly Proposal[],
): Promise<ReadonlyMap<string, string>> {
  const values = proposals.flatMap(({ before, after }) => [
    ...Object.values(before),
    ...Object.values(after),
  ])
  const ids = values.flatMap((value) => relationIds([value].flat())).filter(isUuid)
  if (ids.length === 0) return new Map()
  const db = await sqlIn(req)
  const rows = await db
    .select({ id: regions.id, name: regions.name })
    .from(regions)
    .where(isOneOf(regions.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A value in words: a list as its items, a group as its members. */
function inWords(of: {
  field: FlattenedField
  value: unknown
  language: Language
  names: ReadonlyMap<string, string>
}): string[] {
  const { field, value, language, names } = of
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => inWords({ ...of, value: item }))
  }
  if (isRecord(value) && field.type === 'group') {
    return field.flattenedFields.flatMap((member) =>
      inWords({ ...of, field: member, value: value[member.name] }).map(
        (words) => `${labelOf(member, language)}: ${words}`,
      ),
    )
  }
  if (field.type === 'select') {
    const chosen = field.options.find((option) =>
      typeof option === 'string' ? option === value : option.value === value,
    )
    if (isRecord(chosen)) return [textIn(chosen.label, language) ?? chosen.value]
  }
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  return [field.type === 'relationship' ? (names.get(text) ?? text) : text]
}

function labelOf(field: FlattenedField, language: Language): string {
  const label: unknown = 'label' in field ? field.label : undefined
  return textIn(label, language) ?? field.name
}

function textIn(text: unknown, language: Language): string | undefined {
  const said: unknown = isRecord(text) ? text[language] : text
  return typeof said === 'string' ? said : undefined
}
