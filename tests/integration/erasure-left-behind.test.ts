import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '#audit/verify.ts'
import { reshapeDelivered } from '#publishing/rebuild.ts'
import { erasing, rareWord as word } from '#support/erasing.ts'
import { publish, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// Where words and names hid after an erasure, and what an erasure must not excuse.

let product: Product
let author: SignedIn
let editor: SignedIn
let admin: SignedIn
let other: SignedIn
let erasure: ReturnType<typeof erasing>

beforeAll(async () => {
  product = await startProduct()
  author = await product.signIn('author')
  editor = await product.signIn('editor')
  admin = await product.signIn('admin')
  other = await product.signIn('admin')
  erasure = erasing(product, { editor, admin })
})
afterAll(async () => {
  expect((await verifyAudit(product.payload)).problems).toEqual([])
  await product.close()
})

const path = (id: string) => `/regional-sections/${id}/workflow`
const edit = async (id: string, body: Record<string, unknown>) => {
  const answer = await product.call('PATCH', `/regional-sections/${id}`, { ...author, body })
  expect(answer.status, answer.text).toBe(200)
}
const step = async (id: string, by: SignedIn, name: string, more = {}) => {
  const answer = await transition(product, by, id, { transition: name, ...more })
  expect(answer.status, `${name}: ${answer.text}`).toBe(200)
}
const digestOf = async (id: string) =>
  String((await product.call('GET', path(id), editor)).get('digest'))
const versions = (id: string, ...digests: string[]) => ({
  ...{ kind: 'texts', collection: 'regional-sections', document: id, digests },
})
const problems = async () =>
  (await verifyAudit(product.payload)).problems.map(({ problem }) => problem)
/** Does something to the tables that the triggers would refuse. */
const tamper = async (statement: string, values: unknown[] = []) => {
  await product.sql.query(`SET session_replication_role = replica`)
  await product.sql.query(statement, values)
  await product.sql.query(`SET session_replication_role = DEFAULT`)
}
const makeLink = async (id: string, reader: string) => {
  const body = { reader }
  const made = await product.call('POST', `${path(id)}/expert-links`, { ...editor, body })
  expect(made.status, made.text).toBe(201)
  return { link: String(made.get('id')), token: String(made.get('token')) }
}
const answerAs = (token: string, name: string, comment = 'Gelesen.', opinion = 'agree') =>
  product.call('POST', `/expert-review/${token}`, {
    body: { name, opinion, comment, comments: [] },
  })
const deactivate = async (person: SignedIn) => {
  const left = await product.call('POST', `/users/${person.id}/deactivate`, { ...admin, body: {} })
  expect(left.status, left.text).toBe(200)
}

describe('an erasure of versions leaves nothing', () => {
  it('of the first draft of a text that was never published, nor of its headline', async () => {
    const secret = word()
    const id = await writeSection(product, author, { headline: `Über ${secret}`, intro: secret })
    const old = await digestOf(id)
    await edit(id, { headline: 'Ohne', intro: 'Ohne.' })
    await erasure.erase(versions(id, old))
    expect(await erasure.standsIn(secret)).toEqual([])
    const read = await product.call('GET', `/regional-sections/${id}?draft=true&depth=0`, author)
    expect(read.get('intro')).toBe('Ohne.')
    expect(await digestOf(id)).not.toBe(old)
  })

  it('of what was live before the text was taken off the net', async () => {
    const secret = word()
    const id = await writeSection(product, author, { intro: secret })
    await publish(product, { author, editor }, id)
    const old = await digestOf(id)
    await step(id, editor, 'unpublish')
    await edit(id, { intro: 'Ohne.' })
    const [place] = await erasure.places(secret)
    expect(place?.subject).toMatchObject({ digests: [old] })
    await erasure.erase(versions(id, old))
    expect(await erasure.standsIn(secret)).toEqual([])
    await publish(product, { author, editor }, id)
  })

  it('in the report of the import that brought it', async () => {
    const secret = word()
    const id = await writeSection(product, author, { intro: 'Erst so.' })
    const old = await digestOf(id)
    await edit(id, { intro: 'Dann so.' })
    const imported = { id, result: 'created', warnings: [{ message: `Zeile 3: ${secret}` }] }
    const run = await product.payload.create({
      collection: 'import-runs',
      data: {
        ...{ kind: 'portraits', startedAt: new Date().toISOString() },
        ...{ created: 1, updated: 0, unchanged: 0, failed: 0 },
        report: [{ file: 'a.txt', result: 'created', imported }],
      },
      overrideAccess: true,
    })
    await erasure.erase(versions(id, old))
    expect(await erasure.standsIn(secret)).toEqual([])
    const kept = await product.call('GET', `/import-runs/${run.id}?depth=0`, editor)
    expect(kept.get('report.0.imported')).toEqual({ ...imported, warnings: [] })
  })

  it('under the name of another collection', async () => {
    const id = await writeSection(product, author)
    const old = await digestOf(id)
    await edit(id, { intro: 'Anders.' })
    const refused = await erasure.ask({ ...versions(id, old), collection: 'career-profiles' })
    expect(refused.status, refused.text).toBe(404)
  })

  it('though a digest is said twice', async () => {
    const id = await writeSection(product, author)
    const old = await digestOf(id)
    await edit(id, { intro: 'Anders.' })
    await erasure.erase(versions(id, old, old))
  })
})

describe('an erasure of an expert', () => {
  it('does not excuse another opinion', async () => {
    const id = await writeSection(product, author)
    const { link, token } = await makeLink(id, 'Fachfrau')
    expect((await answerAs(token, 'Fachfrau', 'So nicht.', 'object')).status).toBe(201)
    await erasure.erase({ kind: 'expert', link })
    expect(await problems()).toEqual([])
    const server = await product.connect('authoring')
    await server.query(`UPDATE expert_opinions SET opinion = 'agree' WHERE link = $1`, [link])
    expect(await problems()).toEqual(['It is not what the expert said.'])
    await server.query(`UPDATE expert_opinions SET opinion = 'object' WHERE link = $1`, [link])
    await server.end()
    expect(await problems()).toEqual([])
  })

  it('ends a link that was not used', async () => {
    const name = `Fachfrau ${word()}`
    const id = await writeSection(product, author)
    const { link, token } = await makeLink(id, name)
    await erasure.erase({ kind: 'expert', link })
    expect(await erasure.standsIn(name)).toEqual([])
    expect((await answerAs(token, name)).status).toBe(410)
    const again = await erasure.ask({ kind: 'expert', link })
    expect([again.status, again.get('error.code')]).toEqual([409, 'erased'])
  })

  it('reaches what is on record of a text that is gone for good', async () => {
    const [name, said] = [`Fachfrau ${word()}`, word()]
    const id = await writeSection(product, author)
    const { link, token } = await makeLink(id, name)
    expect((await answerAs(token, name, said)).status).toBe(201)
    expect((await product.call('DELETE', `/regional-sections/${id}`, author)).status).toBe(200)
    const purged = await product.call('DELETE', `/regional-sections/trash/${id}`, editor)
    expect(purged.status, purged.text).toBe(200)
    const found = await erasure.places(said)
    expect(found).toMatchObject([{ subject: { kind: 'expert', link } }])
    await erasure.erase({ kind: 'expert', link })
    expect(await erasure.standsIn(name)).toEqual([])
    expect(await erasure.standsIn(said)).toEqual([])
  })
})

describe('an erasure of a person', () => {
  it('reaches what others were told of them, and who made a preview', async () => {
    const name = `Anna ${word()}`
    const leaver = await product.signIn('editor')
    await product.sql.query('UPDATE users SET name = $2 WHERE id = $1', [leaver.id, name])
    const id = await writeSection(product, author)
    const made = await product.call('POST', `/regional-sections/${id}/preview`, {
      ...leaver,
      body: {},
    })
    expect(made.status, made.text).toBe(201)
    const assigned = await product.call('PATCH', `${path(id)}/assignment`, {
      ...admin,
      body: { reviewer: leaver.id },
    })
    expect(assigned.status, assigned.text).toBe(200)
    const handed = await product.call('PATCH', `/regional-sections/${id}`, {
      ...admin,
      body: { author: leaver.id },
    })
    expect(handed.status, handed.text).toBe(200)
    // Events of the end of a preview named its maker once.
    const old = randomUUID()
    await tamper(
      `INSERT INTO workflow_events (kind, document_collection, document, transition, data, position,
         previous_hash, hash, proof)
       VALUES ('preview', 'none', $1, 'revokePreview', $2, 1, '', 'x', 'x')`,
      [old, JSON.stringify({ of: { id: leaver.id, name } })],
    )
    await tamper(`UPDATE workflow_events e SET hash = workflow_event_hash(e) WHERE hash = 'x'`)
    await tamper(
      `INSERT INTO workflow_chains SELECT 'none/' || document, 1, hash FROM workflow_events WHERE document = $1`,
      [old],
    )
    const stood = await erasure.standsIn(name)
    expect(stood).toContain('public.notifications')
    await deactivate(leaver)
    await erasure.erase({ kind: 'person', person: leaver.id })
    await reshapeDelivered(product.payload)
    expect(await erasure.standsIn(name)).toEqual([])
    const renamed = await product.call('PATCH', `/users/${leaver.id}`, { ...admin, body: { name } })
    expect(renamed.status, renamed.text).toBe(409)
  })

  it('takes time by what they did, and keeps nobody waiting for the whole of it', async () => {
    const leaver = await product.signIn('editor')
    const durations: number[] = []
    for (const events of [1000, 4000]) {
      const person = events === 1000 ? leaver : await product.signIn('editor')
      await tamper(
        `INSERT INTO workflow_events (kind, document_collection, document, transition, actor, actor_name,
           position, previous_hash, hash, proof)
         SELECT 'preview', 'none', $1 || n, 'makePreview', $1, 'Anna', 1, '', 'x', 'x'
         FROM generate_series(1, $2::int) n`,
        [person.id, events],
      )
      await tamper(`UPDATE workflow_events e SET hash = workflow_event_hash(e) WHERE hash = 'x'`)
      await tamper(
        `INSERT INTO workflow_chains SELECT document_collection || '/' || document, 1, hash
         FROM workflow_events WHERE actor = $1 AND document_collection = 'none'`,
        [person.id],
      )
      await deactivate(person)
      const began = performance.now()
      await erasure.erase({ kind: 'person', person: person.id })
      durations.push(performance.now() - began)
    }
    const [few = 0, many = 0] = durations
    // Four times as many: sixteen times the time were the square.
    expect(many / few).toBeLessThan(9)
    expect(await problems()).toEqual([])
  })
})

describe('an erasure of a step', () => {
  it('reaches the notices of the same words at another step', async () => {
    const secret = word()
    for (const _ of [1, 2]) {
      const id = await writeSection(product, author)
      await step(id, author, 'submit')
      await step(id, editor, 'requestChanges', { comment: secret })
      await step(id, author, 'submit')
      await step(id, editor, 'requestChanges', { comment: secret })
    }
    for (const { subject } of await erasure.places(secret)) {
      const asked = await erasure.ask(subject ?? {})
      if (asked.status === 409) continue
      const id = String(asked.get('erasure.id'))
      expect((await erasure.decide(id, 'confirm', admin)).status).toBe(200)
    }
    expect(await erasure.standsIn(secret)).toEqual([])
  })

  it('finds the former name of a desk', async () => {
    const secret = word()
    const made = await product.call('POST', '/desks', { ...admin, body: { name: secret } })
    expect(made.status, made.text).toBe(201)
    const renamed = await product.call('PATCH', `/desks/${String(made.get('doc.id'))}`, {
      ...admin,
      body: { name: 'Ein Ressort' },
    })
    expect(renamed.status, renamed.text).toBe(200)
    for (const { subject } of await erasure.places(secret)) await erasure.erase(subject ?? {})
    expect(await erasure.standsIn(secret)).toEqual([])
  })
})

describe('an erasure excuses once', () => {
  it('that a version is empty, not that it is after it was written anew', async () => {
    const id = await writeSection(product, author, { intro: 'Erst so.' })
    const old = await digestOf(id)
    await edit(id, { intro: 'Dann so.' })
    const redaction = await erasure.erase(versions(id, old))
    await edit(id, { intro: 'Erst so.' })
    const set = (content: string, by: string | null) =>
      tamper(
        `UPDATE workflow_texts SET content = $3, redaction = $4 WHERE document = $1 AND digest = $2`,
        [...[id, old, content, by]],
      )
    const { rows } = await product.sql.query<{ content: object }>(
      'SELECT content FROM workflow_texts WHERE document = $1 AND digest = $2',
      [id, old],
    )
    await set('{}', null)
    expect(await problems()).toEqual(['It is not the text of its digest.'])
    await set('{}', redaction)
    expect(await problems()).toEqual(['It is said to be emptied, and was not.'])
    await set(JSON.stringify(rows[0]?.content), null)
    expect(await problems()).toEqual([])
    const current = await digestOf(id)
    await edit(id, { intro: 'Noch anders.' })
    await tamper(
      `UPDATE workflow_texts SET redaction = gen_random_uuid() WHERE document = $1 AND digest = $2`,
      [...[id, current]],
    )
    expect(await problems()).toEqual(['It is said to be emptied, and was not.'])
    await tamper(`UPDATE workflow_texts SET redaction = NULL WHERE document = $1 AND digest = $2`, [
      ...[id, current],
    ])
  })

  it('that a comment is empty, not that it is after it was edited', async () => {
    const id = await writeSection(product, author)
    const written = await product.call('POST', `${path(id)}/comments`, {
      ...editor,
      body: { body: 'Einwand A.' },
    })
    const comment = String(written.get('id'))
    const redaction = await erasure.erase({ kind: 'comment', comment })
    const edited = await product.call('PATCH', `${path(id)}/comments/${comment}`, {
      ...editor,
      body: { body: 'Einwand B.' },
    })
    expect(edited.status, edited.text).toBe(200)
    expect(await problems()).toEqual([])
    for (const by of [null, redaction]) {
      await tamper(`UPDATE workflow_comments SET body = '', redaction = $2 WHERE id = $1`, [
        ...[comment, by],
      ])
      expect(await problems()).toEqual(['It does not say what it said.'])
    }
    await tamper(
      `UPDATE workflow_comments SET body = 'Einwand B.', redaction = NULL WHERE id = $1`,
      [comment],
    )
  })

  it('and the log says of a text that it was emptied where it was, and nowhere else', async () => {
    const id = await writeSection(product, author)
    await publish(product, { author, editor }, id)
    const digest = await digestOf(id)
    await tamper(
      `INSERT INTO log_leaves (entry, document, statement, salt, redacts)
       SELECT sha256(entry), document, statement, salt, digest FROM log_leaves WHERE digest = $1`,
      [digest],
    )
    expect(await problems()).toContain('Nobody had emptied what it says.')
    await tamper('DELETE FROM log_leaves WHERE redacts = $1', [digest])
    await edit(id, { intro: 'Weiter.' })
    await publish(product, { author, editor }, id)
    await erasure.erase(versions(id, digest))
    await tamper(`UPDATE log_leaves SET redacts = 'x' WHERE redacts = $1`, [digest])
    expect(await problems()).toContain('The log does not say that it was emptied.')
    await tamper(`UPDATE log_leaves SET redacts = $1 WHERE redacts = 'x'`, [digest])
    expect(await problems()).toEqual([])
  })
})

it('needs somebody who is an administrator still', async () => {
  const was = await product.signIn('admin')
  const id = await writeSection(product, author)
  const written = await product.call('POST', `${path(id)}/comments`, {
    ...author,
    body: { body: 'Ein Satz.' },
  })
  const subject = { kind: 'comment', comment: String(written.get('id')) }
  const asked = await erasure.asked(subject, was)
  const demoted = await product.call('PATCH', `/users/${was.id}`, {
    ...admin,
    body: { role: 'editor' },
  })
  expect(demoted.status, demoted.text).toBe(200)
  const held = await product.call('GET', `/users/${was.id}/commitments`, admin)
  expect(held.get('erasures')).toMatchObject({ total: 1, items: [{ id: asked, kind: 'comment' }] })
  const refused = await erasure.decide(asked, 'confirm', editor)
  expect([refused.status, refused.get('error.code')]).toEqual([403, 'not_allowed'])
  expect((await erasure.decide(asked, 'confirm', other)).status).toBe(200)
})
