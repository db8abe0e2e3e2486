import { existsSync } from 'node:fs'
import path from 'node:path'
import { getTableName } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '#audit/verify.ts'
import { entries } from '#erasure/entries.ts'
import { wordsOfPeople } from '#erasure/places-of-people.ts'
import { transition, writeSection } from '#support/factories.ts'
import { erasing, rareWord } from '#support/erasing.ts'
import { pixel } from '#support/pictures.ts'
import { portraitText } from '#support/portrait-text.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// Wherever somebody's words can stand they are found, and emptied; and no column is forgotten.

let product: Product
let author: SignedIn
let editor: SignedIn
let admin: SignedIn
let erasure: ReturnType<typeof erasing>

beforeAll(async () => {
  product = await startProduct()
  author = await product.signIn('author')
  editor = await product.signIn('editor')
  admin = await product.signIn('admin')
  erasure = erasing(product, { editor, admin })
})
afterAll(async () => {
  expect((await verifyAudit(product.payload)).problems).toEqual([])
  await product.close()
})

const upload = (name: string, said: { alt: string; credit?: string }) =>
  product.payload.create({
    collection: 'media',
    data: said,
    file: { data: pixel, mimetype: 'image/png', name, size: pixel.length },
    overrideAccess: true,
  })

/** Erases what is found of words, all of it, each by two people; gives the kinds. */
const eraseAll = async (words: string): Promise<string[]> => {
  const found = await erasure.places(words)
  for (const { subject } of found) await erasure.erase(subject ?? {})
  return found.map(({ kind }) => kind)
}

describe('an erasure of what is said of a picture', () => {
  it('empties alternative text, credit and the name of the file', async () => {
    const secret = rareWord()
    const { id } = await upload(`${secret}.png`, { alt: `Zeigt ${secret}`, credit: `© ${secret}` })
    expect(await erasure.places(secret)).toMatchObject([
      { kind: 'picture', subject: { kind: 'picture', picture: id } },
    ])
    const old = path.join(product.mediaFolder, `${secret}.png`)
    expect(existsSync(old)).toBe(true)
    expect(await eraseAll(secret)).toEqual(['picture'])
    expect(await erasure.standsIn(secret)).toEqual([])
    await expect.poll(() => existsSync(old)).toBe(false)
    const shown = await product.call('GET', `/media/${id}`, editor)
    expect(shown.body).toMatchObject({ alt: '', credit: null, filename: `${id}.png` })
    const file = await product.respond('GET', `/media/file/${id}.png`, editor)
    expect(file.status).toBe(200)
    const again = await erasure.ask({ kind: 'picture', picture: id })
    expect([again.status, again.get('error.code')]).toEqual([409, 'erased'])
  })

  it('empties what only the record says of it still, and of one that is deleted', async () => {
    const secret = rareWord()
    const changed = await upload('punkt.png', { alt: `Zeigt ${secret}` })
    await product.call('PATCH', `/media/${changed.id}`, { ...editor, body: { alt: 'Ein Punkt' } })
    const deleted = await upload('punkt.png', { alt: `Zeigt ${secret}` })
    await product.call('DELETE', `/media/${deleted.id}`, editor)
    expect(new Set(await eraseAll(secret))).toEqual(new Set(['event']))
    expect(await erasure.standsIn(secret)).toEqual([])
    expect((await verifyAudit(product.payload)).problems).toEqual([])
  })

  it('is refused while a text shows it, in whatever stage, or could show it again', async () => {
    const { id } = await upload(`${rareWord()}.png`, { alt: 'Ein Punkt' })
    const text = await writeSection(product, author, { media: [{ file: id }] })
    const subject = { kind: 'picture', picture: id }
    const refused = async () => {
      const answer = await erasure.ask(subject)
      return [answer.status, answer.get('error.details.0.path')]
    }
    expect(await refused()).toEqual([409, `regional-sections/${text}`])
    expect((await product.call('DELETE', `/regional-sections/${text}`, author)).status).toBe(200)
    expect(await refused()).toEqual([409, `regional-sections/${text}`])
    const purged = await product.call('DELETE', `/regional-sections/trash/${text}`, editor)
    expect(purged.status, purged.text).toBe(200)
    await erasure.erase(subject)
  })
})

describe('an erasure of what an import left', () => {
  const send = async (name: string, content: string, createMissing = 'true') => {
    const form = new FormData()
    form.append('files', new File([content], name))
    const answer = await product.respond(
      'POST',
      `/import/portraits?createMissing=${createMissing}`,
      {
        authorization: editor.authorization,
        body: form,
      },
    )
    expect(answer.status).toBe(200)
    return answer.text()
  }

  it('empties the name of the file, of the text as of the report', async () => {
    const secret = rareWord()
    await send(`${secret}.txt`, portraitText('Umhüllt', 'Hüllstadt'))
    const found = await erasure.places(secret)
    expect(found.map(({ kind }) => kind).sort()).toEqual(['file', 'import'])
    await eraseAll(secret)
    expect(await erasure.standsIn(secret)).toEqual([])
    const { rows } = await product.sql.query<{ sha256: string; file: string | null }>(
      `SELECT imported_from_sha256 AS sha256, imported_from_file AS file FROM regional_sections
       WHERE imported_from_sha256 IS NOT NULL`,
    )
    expect(rows).toEqual([{ sha256: expect.any(String) as string, file: null }])
    const runs = await product.call('GET', '/import-runs', editor)
    expect(runs.get('docs.0')).toMatchObject({
      created: 1,
      report: [{ file: '#1', result: 'created', imported: { warnings: [], profession: '' } }],
    })
  })

  it('empties what was said of a file that failed', async () => {
    const secret = rareWord()
    await send(`${secret}.txt`, `Kein Titel, nirgends, sagt ${secret}.`)
    expect(await eraseAll(secret)).toEqual(['import'])
    expect(await erasure.standsIn(secret)).toEqual([])
    expect(await erasure.places(secret)).toEqual([])
  })

  it('empties the reason that quotes what a file says', async () => {
    const secret = rareWord()
    await send('ort.txt', portraitText('Umhüllt', `Ort ${secret}`), 'false')
    const before = await product.call('GET', '/import-runs?sort=-startedAt', editor)
    expect(before.get('docs.0.report.0.failure.reason')).toContain(secret)
    expect(await eraseAll(secret)).toEqual(['import'])
    const after = await product.call('GET', '/import-runs?sort=-startedAt', editor)
    expect(after.get('docs.0.report.0.failure.reason')).toBe('')
    expect(await erasure.standsIn(secret)).toEqual([])
  })

  it('reaches the name of the file of a text in the trash', async () => {
    const secret = rareWord()
    const id = await writeSection(product, author)
    await product.sql.query(
      'UPDATE _regional_sections_v SET version_imported_from_file = $2 WHERE parent_id = $1',
      [...[id, secret]],
    )
    expect((await product.call('DELETE', `/regional-sections/${id}`, author)).status).toBe(200)
    expect(await erasure.standsIn(secret)).toContain('public.workflow_trash')
    expect(await eraseAll(secret)).toEqual(['file'])
    expect(await erasure.standsIn(secret)).toEqual([])
  })
})

it('of what somebody had open takes the words of a search with it', async () => {
  const secret = rareWord()
  const kept = await product.call('POST', '/payload-preferences/kept', {
    ...author,
    body: { value: { search: secret } },
  })
  expect(kept.status, kept.text).toBe(200)
  expect(await eraseAll(secret)).toEqual(['view'])
  expect(await erasure.standsIn(secret)).toEqual([])
})

it('of a person is found by a name and an address from before', async () => {
  const [name, address] = [`Anna ${rareWord()}`, `${rareWord().toLowerCase()}@berufsbild.example`]
  const leaver = await product.signIn('editor')
  await product.sql.query('UPDATE users SET name = $2, email = $3 WHERE id = $1', [
    ...[leaver.id, name, address],
  ])
  const id = await writeSection(product, author)
  await transition(product, author, id, { transition: 'submit' })
  const asked = { transition: 'requestChanges', comment: 'Kürzer.' }
  expect((await transition(product, leaver, id, asked)).status).toBe(200)
  for (const body of [{ name: 'Anna Neu' }, { email: 'neu@berufsbild.example' }]) {
    const changed = await product.call('PATCH', `/users/${leaver.id}`, { ...admin, body })
    expect(changed.status, changed.text).toBe(200)
  }
  for (const words of [name, address]) {
    expect(await erasure.places(words)).toMatchObject([{ kind: 'person', subject: null }])
  }
  const left = await product.call('POST', `/users/${leaver.id}/deactivate`, { ...admin, body: {} })
  expect(left.status, left.text).toBe(200)
  expect(await eraseAll(name)).toEqual(['person'])
  for (const words of [name, address]) {
    expect(await erasure.places(words)).toEqual([])
    expect(await erasure.standsIn(words)).toEqual([])
  }
})

it('of what holds now says where it stands, and that it is changed there', async () => {
  const secret = rareWord()
  const made = await product.call('POST', '/employers', { ...editor, body: { name: secret } })
  expect(made.status, made.text).toBe(201)
  const found = await erasure.places(secret)
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'entry', title: 'Employers', subject: null, excerpt: secret }),
  )
})

it('an erasure of the name of a desk on record leaves verification nothing to name', async () => {
  const secret = rareWord()
  const made = await product.call('POST', '/desks', { ...admin, body: { name: 'Rheinland' } })
  const path = `/desks/${String(made.get('doc.id'))}`
  await product.call('PATCH', path, { ...admin, body: { name: secret } })
  const events = (await erasure.places(secret)).filter(({ kind }) => kind === 'event')
  expect(events).toHaveLength(1)
  for (const { subject } of events) await erasure.erase(subject ?? {})
  expect((await verifyAudit(product.payload)).problems).toEqual([])
})

describe('no column is forgotten', () => {
  /** What the search looks into beside people and entries. */
  const ownPlaces: readonly string[] = [
    ...['import_runs.report', 'media.alt', 'media.credit', 'media.filename'],
    ...['payload_preferences.key', 'payload_preferences.value'],
    ...['workflow_comments.anchor', 'workflow_comments.body'],
    ...['workflow_events.comment', 'workflow_events.data', 'workflow_texts.content'],
  ]
  /** The text itself, by its versions; with the names of the files that they came from. */
  const texts = /^_?(career_profiles|regional_sections)(_v)?[._]/

  /** Why words in other columns are not looked for: copies first, then what nobody has written. */
  const leftOut: Readonly<Record<string, readonly string[]>> = {
    'A copy of what an event says, which goes with it.': [
      ...['erasures.answer', 'erasures.reason', 'expert_links.reader'],
      ...['expert_opinions.comment', 'expert_opinions.name', 'notifications.data'],
      ...['reference_proposals.after', 'reference_proposals.before'],
      ...['reference_proposals.reason', 'reference_proposals.title'],
      ...['workflow_approvals.comment', 'workflow_plans.reason'],
      ...['workflow_revocations.reason', 'workflow_sign_offs.comment'],
    ],
    'A copy of a kept version, which goes with it; of the trash, file names are a place of their own.':
      [
        ...['newsroom_texts.title', 'preview_texts.content'],
        ...['workflow_trash.content', 'workflow_trash.title'],
      ],
    'What sites read, made of live copies and entries, and anew when they change.': [
      ...['delivery.documents.content', 'delivery.documents.headline', 'delivery.documents.intro'],
      ...['delivery.documents.plain', 'delivery.portraits.body', 'delivery.lexicon.word'],
      ...['delivery.professions.data', 'delivery.professions.name', 'delivery.professions.names'],
      ...['delivery.regions.data', 'delivery.regions.name', 'delivery.regions.names'],
      ...['delivery.professions.former_slugs', 'delivery.regions.former_slugs'],
      ...['delivery.documents.profession_slug', 'delivery.documents.region_slug'],
      ...['delivery.portraits.profession_slug', 'delivery.portraits.region_slug'],
      ...['delivery.releases.profession_slug', 'delivery.releases.region_slug'],
      'preview_tokens.href',
    ],
    'Made of the name of the file.': ['media.thumbnail_u_r_l', 'media.url'],
    'Names an account, a link or an entry by its id.': [
      ...['account_mails.by_whom', 'erasures.asked_by', 'erasures.decided_by', 'erasures.subject'],
      ...['expert_links.made_by', 'newsroom_texts.contributors', 'newsroom_texts.signers'],
      ...['notification_mails.person', 'notification_preferences.person', 'notifications.person'],
      ...['preview_tokens.made_by', 'redacted_rows.row', 'reference_proposals.decided_by'],
      'unrecorded.row',
      ...['reference_proposals.proposed_by'],
      ...['workflow_approvals.approved_by', 'workflow_assignments.assigned_by'],
      ...['workflow_assignments.author', 'workflow_assignments.reviewer', 'workflow_claims.person'],
      ...['workflow_chains.chain', 'workflow_comments.author', 'workflow_comments.resolved_by'],
      ...['workflow_delegations.created_by', 'workflow_delegations.from_person'],
      ...['workflow_delegations.to_person', 'workflow_events.actor', 'workflow_plans.approvals'],
      ...['workflow_plans.planned_by', 'workflow_revocations.revoked_by'],
      ...['workflow_sign_offs.given_by', 'workflow_stage_times.entered_by'],
      ...['workflow_stage_times.left_by', 'workflow_states.contributors'],
      ...['workflow_text_writers.person', 'workflow_texts.written_by', 'workflow_trash.author'],
      ...['workflow_trash.contributors', 'workflow_trash.deleted_by', 'workflow_trash.profession'],
      'workflow_trash.region',
    ],
    'One of a few words of the product.': [
      ...['account_mails.change', 'audit_faults.problem', 'audit_sweeps.after'],
      ...['audit_sweeps.runner', 'database_functions.triggers', 'delivery.releases.reason'],
      ...['delivery.log_keys.kind', 'erasures.asked_as', 'expert_opinions.opinion'],
      ...['media.mime_type', 'newsroom_texts.risk', 'newsroom_texts.signed_off'],
      ...['payload_locked_documents.global_slug', 'payload_migrations.name'],
      ...['users_sessions.method', 'webhook_deliveries.event', 'workflow_approvals.approved_as'],
      ...['workflow_approvals.risk', 'workflow_plans.action', 'workflow_sign_offs.given_as'],
      'workflow_stage_times.left_for',
    ],
    'A code of an official list.': [
      ...['delivery.documents.kldb', 'delivery.documents.land', 'delivery.professions.kldb'],
      ...['delivery.regions.land', 'professions.isco08', 'professions.kldb2010'],
      ...['regions.ags', 'regions.ars', 'regions.nuts3'],
    ],
    'Hashes, signatures, keys and tokens; what people sign in by goes with their account.': [
      ...['delivery.log_checkpoints.note', 'delivery.log_cosignatures.line'],
      ...['delivery.log_cosignatures.witness', 'delivery.log_keys.verifier'],
      ...['delivery.portraits.etag', 'log_leaves.redacts', 'log_leaves.signature'],
      ...['log_leaves.statement', 'newsroom_texts.sign_off_digests'],
      ...['notification_mails.message_id', 'passkeys.public_key', 'passkeys.transports'],
      ...['payload_kv.data', 'payload_kv.key', 'provider_identities.issuer'],
      ...['provider_sessions.id_token', 'provider_sessions.issuer'],
      ...['provider_sessions.provider_session', 'provider_sessions.session'],
      ...['second_factors.secret', 'sign_in_attempts.key', 'site_key_uses.key'],
      ...['sites_keys.prefix', 'used_tokens.token', 'users.reset_password_token', 'users.salt'],
      ...['webhook_secrets.sealed', 'workflow_approvals.seen_from', 'workflow_events.proof'],
    ],
  }
  /** Beside the account of a person, whose name is found by the record; it goes with theirs. */
  const names =
    /^(workflow_\w+|expert_links|preview_tokens|reference_proposals|erasures|notifications|newsroom_texts)\.\w+_name$/
  /** What programs call things by, in whatever table. */
  const made =
    /\.(id|_uuid|path|kind|status|stage|mode|part|place|digest|\w+_digest|hash|\w+_hash|proof|document|document_collection|collection|transition|from_stage|to_stage|slug|shape)$/

  it('each holds words that are found, or says why not', async () => {
    const { rows } = await product.sql.query<{ name: string }>(
      `SELECT CASE table_schema WHEN 'public' THEN '' ELSE table_schema || '.' END
         || table_name || '.' || column_name AS name
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema IN ('public', 'delivery') AND table_type = 'BASE TABLE'
         AND (data_type IN ('text', 'character varying', 'json', 'jsonb') OR udt_name IN ('_text', '_varchar'))
       ORDER BY 1`,
    )
    const all = rows.map(({ name }) => name)
    const found = [
      ...entries.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
      ...wordsOfPeople.map(({ words }) => `${getTableName(words.table)}.${words.name}`),
      ...ownPlaces,
    ]
    const said = new Set([...found, ...Object.values(leftOut).flat()])
    const isKnown = (name: string) =>
      said.has(name) || texts.test(name) || names.test(name) || made.test(name)
    expect(all.filter((name) => !isKnown(name))).toEqual([])
    expect([...said].filter((name) => !all.includes(name))).toEqual([])
  })
})
