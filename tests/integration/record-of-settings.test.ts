import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '#audit/verify.ts'
import { answerWhole, answerWholeGlobal } from '#record/answer-whole.ts'
import { pixel } from '#support/pictures.ts'
import { makePair } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// Nothing that says what readers see, or who may say so, changes without an event; and what somebody changes past
// the product, verification names.

/** By collection and global: the fields that its events tell of, or why it has none. */
const recorded: Readonly<Record<string, readonly string[] | string>> = {
  'career-profiles': 'texts: every step and every edit is an event of the workflow, with a digest',
  'regional-sections':
    'texts: every step and every edit is an event of the workflow, with a digest',
  professions: 'reference data: every field, in src/reference/keep-entries.ts',
  regions: 'reference data: every field, in src/reference/keep-entries.ts',
  sources: 'reference data: every field, in src/reference/keep-entries.ts',
  employers: 'reference data: every field, in src/reference/keep-entries.ts',
  'job-references': 'jobs get a record with their own issue',
  'job-feeds': 'jobs get a record with their own issue',
  'import-runs': 'is itself the report of an import; each text that comes of it has an event',
  'workflow-states': 'follows from the events, which verification holds it against',
  'workflow-approvals': 'is written with its event, which verification asks for',
  'workflow-events': 'is the record',
  users: ['name', 'email', 'role', 'allTexts', 'desks', 'deactivatedAt'],
  desks: ['name', 'allRegions', 'regions', 'allProfessions', 'professions'],
  sites: ['name', 'origins', 'regions', 'professions', 'previewUrl', 'keys'],
  media: ['alt', 'credit', 'filename', 'focalX', 'focalY'],
  'workflow-settings': ['careerProfiles', 'regionalSections', 'signOffGivers', 'locksInReview'],
  'payload-kv': 'what Payload remembers for itself',
  'payload-locked-documents': 'who has a form open, for minutes',
  'payload-preferences': 'how somebody likes their lists',
  'payload-migrations': 'of the start',
}

/** Fields of those that have events of their own, and are in none. */
const untold: Readonly<Record<string, string>> = {
  id: 'of the row',
  createdAt: 'of the row',
  updatedAt: 'of the row',
  'users.language': 'in which somebody likes their mails',
  'users.sessions': 'signing in and out are events',
  'users.resetPasswordToken': 'a secret',
  'users.resetPasswordExpiration': 'of that secret',
  'users.resetPasswordRequestedAt': 'of that secret',
  'users.salt': 'a secret; another password is an event',
  'users.hash': 'a secret; another password is an event',
  'users.loginAttempts': 'not used',
  'users.lockUntil': 'not used',
  'media.uploadedBy': 'is who acts in its first event',
  'media.releasedAt': 'follows from the publication that shows it',
  'media.url': 'follows from the file',
  'media.thumbnailURL': 'follows from the file',
  'media.mimeType': 'follows from the file, whose hash is told',
  'media.filesize': 'follows from the file, whose hash is told',
  'media.width': 'follows from the file, whose hash is told',
  'media.height': 'follows from the file, whose hash is told',
}

let product: Product
let admin: SignedIn
let region: string

beforeAll(async () => {
  product = await startProduct()
  admin = await product.signIn('admin')
  region = (await makePair(product)).region
})
afterAll(() => product.close())

const problems = async () => (await verifyAudit(product.payload)).problems

const eventsOf = async (id: string) => {
  const { rows } = await product.sql.query<{
    transition: string
    actor: string | null
    data: Record<string, Record<string, unknown>> | null
  }>('SELECT transition, actor, data FROM workflow_events WHERE document = $1 ORDER BY sequence', [
    id,
  ])
  return rows
}

describe('the record', () => {
  it('has a word on every collection and every global', () => {
    const { collections, globals } = product.payload.config
    const slugs = [...collections, ...globals].map(({ slug }) => slug)
    expect(slugs.sort()).toEqual(Object.keys(recorded).sort())
  })

  it('has a word on every field of those that have events of their own', () => {
    const { collections, globals } = product.payload.config
    for (const { slug, flattenedFields, hooks } of [...collections, ...globals]) {
      const told = recorded[slug]
      if (typeof told === 'string') continue
      const isWhole = [answerWhole, answerWholeGlobal].some((hook) =>
        hooks.beforeOperation?.some((each) => each === hook),
      )
      expect(isWhole, `${slug} is told whole`).toBe(true)
      const without = flattenedFields
        .map(({ name }) => name)
        .filter((name) => !told?.includes(name))
        .filter((name) => !(name in untold) && !(`${slug}.${name}` in untold))
      expect(without, slug).toEqual([])
    }
  })

  it('tells of a site, its scope, its keys, and its end', async () => {
    const made = await product.call('POST', '/sites', {
      ...admin,
      body: {
        name: 'Handelskammer',
        regions: [region],
        previewUrl: 'https://example.org/preview?secret=GEHEIM',
      },
    })
    const id = String(made.get('doc.id'))
    const path = `/sites/${id}`
    await product.call('PATCH', path, { ...admin, body: { name: 'Handelskammer' } })
    await product.call('PATCH', path, { ...admin, body: { regions: [] } })
    await product.call('PATCH', path, { ...admin, body: { origins: ['https://example.org'] } })
    const key = await product.call('POST', `${path}/keys`, {
      ...admin,
      body: { label: 'eins', expiresAt: '2090-06-01T12:00:00+02:00' },
    })
    expect(await problems()).toEqual([])
    await product.call('DELETE', path, admin)
    const events = await eventsOf(id)
    expect(events.map(({ transition }) => transition)).toEqual([
      ...['createSite', 'changeSite', 'changeSite', 'makeKey', 'deleteSite'],
    ])
    expect(events.every(({ actor }) => actor === admin.id)).toBe(true)
    expect(events[0]?.data?.after).toMatchObject({ name: 'Handelskammer', regions: [region] })
    expect(events[1]?.data).toMatchObject({ before: { regions: [region] }, after: { regions: [] } })
    const all = JSON.stringify(events)
    expect(all).not.toContain('GEHEIM')
    expect(all).not.toContain(String(key.get('key')))
    expect(await problems()).toEqual([])
  })

  it.each(['select[createdAt]=true', 'select[name]=false&select[alt]=false', 'depth=0', 'depth=2'])(
    'tells all of it, whatever is asked for as the answer: ?%s',
    async (asked) => {
      const make = async (path: string, body: object) => {
        const made = await product.call('POST', `${path}?${asked}`, { ...admin, body })
        expect(made.status, made.text).toBe(201)
        return String(made.get('doc.id'))
      }
      const change = async (path: string, id: string, body: object) => {
        const answer = await product.call('PATCH', `${path}/${id}?${asked}`, { ...admin, body })
        expect(answer.status, answer.text).toBe(200)
        return (await eventsOf(id)).at(-1)?.data?.after
      }
      const site = await make('/sites', { name: `Website ${asked}`, regions: [region] })
      expect(await change('/sites', site, { origins: ['https://a.example'] })).toMatchObject({
        name: `Website ${asked}`,
        regions: [region],
      })
      const desk = await make('/desks', { name: `Ressort ${site}`, regions: [region] })
      expect(await change('/desks', desk, { regions: [] })).toMatchObject({
        name: `Ressort ${site}`,
        regions: [],
      })
      const person = await product.signIn('author')
      expect(await change('/users', person.id, { role: 'editor' })).toMatchObject({
        role: 'editor',
        email: expect.stringContaining('@') as string,
      })
      expect(await change('/users', person.id, { name: 'Anders' })).toEqual({ name: 'Anders' })
      const picture = await product.payload.create({
        collection: 'media',
        data: { alt: 'Ein Punkt' },
        file: { data: pixel, mimetype: 'image/png', name: 'punkt.png', size: pixel.length },
        overrideAccess: true,
      })
      expect(await change('/media', picture.id, { credit: 'Jemand' })).toMatchObject({
        alt: 'Ein Punkt',
        credit: 'Jemand',
      })
      const rules = await product.call('POST', `/globals/workflow-settings?${asked}`, {
        ...admin,
        body: { regionalSections: { facts: { approvals: 1 } } },
      })
      expect(rules.status, rules.text).toBe(200)
      const told = (await eventsOf('workflow-settings')).at(-1)
      expect(told?.data?.after).toHaveProperty('signOffGivers')
      expect(await problems()).toEqual([])
      for (const [path, id, before] of [
        ['/sites', site, { regions: [region] }],
        ['/desks', desk, { name: `Ressort ${site}` }],
        ['/media', picture.id, { alt: 'Ein Punkt' }],
      ] as const) {
        await product.call('DELETE', `${path}/${id}?${asked}`, admin)
        expect((await eventsOf(id)).at(-1)?.data?.before).toMatchObject(before)
      }
    },
  )

  it('tells of a name, and of nothing else where nothing else is changed', async () => {
    const person = await product.signIn('editor')
    await product.call('PATCH', `/users/${person.id}`, { ...person, body: { name: 'Anders' } })
    const events = (await eventsOf(person.id)).filter(({ transition }) =>
      transition.startsWith('change'),
    )
    expect(events).toMatchObject([
      {
        transition: 'changeName',
        actor: person.id,
        data: { before: { name: person.name }, after: { name: 'Anders' } },
      },
    ])
  })

  it('tells of a picture, what is said of it, its file, and its end', async () => {
    const { payload } = product
    const picture = await payload.create({
      collection: 'media',
      data: { alt: 'Ein Punkt' },
      file: { data: pixel, mimetype: 'image/png', name: 'punkt.png', size: pixel.length },
      overrideAccess: true,
    })
    const path = `/media/${picture.id}`
    await product.call('PATCH', path, { ...admin, body: { alt: 'Ein anderer Punkt' } })
    expect(await problems()).toEqual([])
    await product.call('DELETE', path, admin)
    const events = await eventsOf(picture.id)
    expect(events).toMatchObject([
      {
        transition: 'addPicture',
        data: {
          after: { alt: 'Ein Punkt', file: expect.stringMatching(/^[0-9a-f]{64}$/u) as string },
        },
      },
      {
        transition: 'changePicture',
        actor: admin.id,
        data: { before: { alt: 'Ein Punkt' }, after: { alt: 'Ein anderer Punkt' } },
      },
      { transition: 'deletePicture', actor: admin.id },
    ])
  })
})

describe('audit:verify', () => {
  let site: string
  let person: SignedIn
  let hook: string

  beforeAll(async () => {
    site = (await product.makeSite()).id
    await product.call('PATCH', `/sites/${site}`, { ...admin, body: { regions: [region] } })
    const made = await product.call('POST', `/sites/${site}/webhooks`, {
      ...admin,
      body: { url: 'https://example.org/hook/eins' },
    })
    hook = String(made.get('webhook.id'))
    person = await product.signIn('author')
    await product.call('POST', '/desks', { ...admin, body: { name: 'Rheinland' } })
    await product.call('POST', '/globals/workflow-settings', {
      ...admin,
      body: {
        regionalSections: { facts: { approvals: 2 } },
        signOffGivers: { legal: { by: 'named', people: [admin.id] } },
      },
    })
    const rules = (await eventsOf('workflow-settings')).at(-1)
    expect(rules?.data?.after).toMatchObject({ signOffGivers: { legal: { people: [admin.id] } } })
    await product.payload.create({
      collection: 'media',
      data: { alt: 'Ein Punkt' },
      file: { data: pixel, mimetype: 'image/png', name: 'punkt.png', size: pixel.length },
      overrideAccess: true,
    })
    expect(await problems()).toEqual([])
  })

  const siteName = () => `sites/${site}`
  it.each<[string, () => string, () => string]>([
    ['the scope of a site', () => `DELETE FROM sites_rels WHERE parent_id = '${site}'`, siteName],
    ['the name of a site', () => `UPDATE sites SET name = 'x' WHERE id = '${site}'`, siteName],
    [
      'the preview of a site',
      () => `UPDATE sites SET preview_url = 'https://evil.example' WHERE id = '${site}'`,
      siteName,
    ],
    [
      'a site',
      () => `INSERT INTO sites (id, name) VALUES ('00000000-0000-4000-8000-000000000001', 'x')`,
      () => 'sites/00000000-0000-4000-8000-000000000001',
    ],
    [
      'a key of a site',
      () =>
        `INSERT INTO sites_keys (_order, _parent_id, id, hash) VALUES (2, '${site}', 'forged', 'x')`,
      () => 'keys/forged',
    ],
    ['another key in its place', () => `UPDATE sites_keys SET hash = 'x'`, () => 'keys/'],
    [
      'the path of a webhook',
      () => `UPDATE webhooks SET url = 'https://example.org/hook/zwei' WHERE id = '${hook}'`,
      () => `webhooks/${hook}`,
    ],
    [
      'whether a webhook is told anything',
      () => `UPDATE webhooks SET is_active = false WHERE id = '${hook}'`,
      () => `webhooks/${hook}`,
    ],
    ['a webhook away', () => `DELETE FROM webhooks WHERE id = '${hook}'`, () => `webhooks/${hook}`],
    [
      'a role',
      () => `UPDATE users SET role = 'admin' WHERE id = '${person.id}'`,
      () => `users/${person.id}`,
    ],
    [
      'the standing of an account',
      () => `UPDATE users SET deactivated_at = now() WHERE id = '${person.id}'`,
      () => `users/${person.id}`,
    ],
    [
      'an account',
      () =>
        `INSERT INTO users (id, name, email, role)
         VALUES ('00000000-0000-4000-8000-000000000001', 'x', 'x@example.org', 'admin')`,
      () => 'users/00000000-0000-4000-8000-000000000001',
    ],
    ['a desk', () => `UPDATE desks SET all_regions = true`, () => 'desks/'],
    [
      'the rules of approval',
      () => `UPDATE workflow_settings SET regional_sections_facts_approvals = 1`,
      () => 'workflow-settings/workflow-settings',
    ],
    ['the words of a picture', () => `UPDATE media SET alt = 'x'`, () => 'media/'],
  ])('names %s that was changed past the product', async (_, statement, where) => {
    await product.sql.query('BEGIN')
    const tables = ['sites', 'sites_rels', 'sites_keys', 'webhooks', 'webhook_secrets', 'users']
    const all = [...tables, 'desks', 'workflow_settings', 'media']
    await product.sql.query('SET session_replication_role = replica')
    for (const table of all) await product.sql.query(`CREATE TABLE kept_${table} AS TABLE ${table}`)
    await product.sql.query(statement())
    await product.sql.query('COMMIT')
    const found = await problems()
    for (const table of all) {
      await product.sql.query(
        `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table}; DROP TABLE kept_${table}`,
      )
    }
    await product.sql.query('SET session_replication_role = DEFAULT')
    expect(found.map((each) => each.where)).toEqual([expect.stringContaining(where())])
    expect(await problems()).toEqual([])
  })
  describe('of what was there before the record told of it', () => {
    const id = '00000000-0000-4000-8000-000000000002'
    const past = async (...statements: string[]) => {
      await product.sql.query('SET session_replication_role = replica')
      for (const statement of statements) await product.sql.query(statement)
      await product.sql.query('SET session_replication_role = DEFAULT')
    }
    const remove = `DELETE FROM sites_keys WHERE _parent_id = '${id}'; DELETE FROM sites WHERE id = '${id}'`

    beforeAll(async () => {
      await past(`INSERT INTO sites (id, name) VALUES ('${id}', 'x')`)
      const made = await product.call('POST', `/sites/${id}/keys`, { ...admin, body: {} })
      expect(made.status, made.text).toBe(201)
    })

    it('says nothing of a site that an older version deleted, and of its keys', async () => {
      await past(remove)
      expect(await problems()).toEqual([])
    })

    it.each(['users', 'desks', 'sites', 'media'])(
      'names in %s what was taken away past the product',
      async (place) => {
        await past(`INSERT INTO unrecorded (place, row) VALUES ('${place}', '${id}')`)
        const found = (await problems()).map(({ where }) => where)
        await past(`DELETE FROM unrecorded WHERE row = '${id}'`)
        expect(found.filter((where) => !where.startsWith('keys/'))).toEqual([`${place}/${id}`])
      },
    )
  })
})
