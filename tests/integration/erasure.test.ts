import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportAudit } from '#audit/read.ts'
import { verifyAudit } from '#audit/verify.ts'
import { prove } from '#database/proofs.ts'
import { isRecord } from '#model/documents.ts'
import {
  createDeliveryClient,
  fetchEvidence,
  fetchPortrait,
  verifyPortrait,
} from '#client/index.ts'
import { growLog } from '#publishing/log/grow.ts'
import { reshapeDelivered } from '#publishing/rebuild.ts'
import { entryOf } from '#read-model/log/statement.ts'
import { digestOfRows, pseudonymOf } from '#record/redactions.ts'
import { bodyOf, publish, transition, writeSection } from '#support/factories.ts'
import { openDelivery, withKey } from '#support/delivery.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { erasing, rareWord } from '#support/erasing.ts'
import { askForSignOffs } from '#support/sign-off-rules.ts'

type Erasing = ReturnType<typeof erasing>

// Words and names that the law wants gone are emptied by two people, wherever they lie; the record stays whole.

describe('erasure', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let second: SignedIn
  let admin: SignedIn
  let other: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    second = await product.signIn('editor')
    admin = await product.signIn('admin')
    other = await product.signIn('admin')
  })
  afterAll(async () => {
    expect((await verifyAudit(product.payload)).problems).toEqual([])
    await product.close()
  })

  const path = (id: string) => `/regional-sections/${id}/workflow`
  const step = async (id: string, by: SignedIn, name: string, more = {}) => {
    const answer = await transition(product, by, id, { transition: name, ...more })
    expect(answer.status, `${name}: ${answer.text}`).toBe(200)
  }
  const edit = async (id: string, by: SignedIn, body: Record<string, unknown>) => {
    const answer = await product.call('PATCH', `/regional-sections/${id}`, { ...by, body })
    expect(answer.status, answer.text).toBe(200)
  }
  const erasure = () => erasing(product, { editor, admin })
  const ask: Erasing['ask'] = (...of) => erasure().ask(...of)
  const decide: Erasing['decide'] = (...of) => erasure().decide(...of)
  const asked: Erasing['asked'] = (...of) => erasure().asked(...of)
  const erase: Erasing['erase'] = (...of) => erasure().erase(...of)
  const places: Erasing['places'] = (...of) => erasure().places(...of)
  const standsIn: Erasing['standsIn'] = (...of) => erasure().standsIn(...of)
  const digestOf = async (id: string) =>
    String((await product.call('GET', path(id), editor)).get('digest'))

  const slugsOf = async (id: string) => {
    const { rows } = await product.sql.query<{ profession: string; region: string }>(
      'SELECT profession_slug AS profession, region_slug AS region FROM delivery.documents WHERE id = $1',
      [id],
    )
    return { profession: rows[0]?.profession ?? '', region: rows[0]?.region ?? '' }
  }

  const word = rareWord

  describe('of versions of a text', () => {
    it('empties them wherever they lie, and keeps who wrote and signed what', async () => {
      const secret = word()
      const id = await writeSection(product, author, {
        intro: `Über ${secret}.`,
        sections: [
          { kind: 'aufgaben', heading: 'Aufgaben', body: bodyOf(`Sagt ${secret} selbst.`) },
        ],
      })
      await publish(product, { author, editor }, id)
      const old = await digestOf(id)
      expect(await places(secret)).toMatchObject([
        { kind: 'texts', subject: null, inUse: ['live'] },
      ])
      await edit(id, author, {
        intro: 'Ohne.',
        sections: [{ kind: 'aufgaben', heading: 'Aufgaben', body: bodyOf('Vieles.') }],
      })
      await publish(product, { author, editor }, id)
      expect(await standsIn(secret)).not.toEqual([])
      const [place] = await places(secret, id)
      expect(place).toMatchObject({ inUse: [], subject: { digests: [old] } })

      const redaction = await erase(place?.subject ?? {})

      expect(await standsIn(secret)).toEqual([])
      expect(await places(secret, id)).toEqual([])
      const report = await verifyAudit(product.payload)
      expect(report.problems).toEqual([])
      expect(report.redactions.at(-1)).toMatchObject({
        id: redaction,
        askedBy: editor.id,
        by: admin.id,
        rows: 1,
      })
      const history = await product.call('GET', `${path(id)}/texts`, author)
      const texts = history.get('texts') as {
        digest: string
        isRedacted: boolean
        steps: string[]
      }[]
      const kept = texts.find(({ digest }) => digest === old)
      expect(kept).toMatchObject({ isRedacted: true, headline: '', writtenBy: { id: author.id } })
      expect(kept?.steps).toContain('approve')
      for (const [method, call, by] of [
        ['POST', `${path(id)}/texts/${old}/restore`, author],
        ['GET', `${path(id)}/diff?from=${old}`, author],
      ] as const) {
        const refused = await product.call(method, call, {
          ...by,
          ...(method === 'POST' && { body: {} }),
        })
        expect([refused.status, refused.get('error.code')], call).toEqual([410, 'redacted'])
      }
    })

    it('is there again where somebody writes the same', async () => {
      const id = await writeSection(product, author, { intro: `Ganz ${word()}.` })
      const before = await product.call(
        'GET',
        `/regional-sections/${id}?draft=true&depth=0`,
        author,
      )
      const old = await digestOf(id)
      await edit(id, author, { intro: 'Anders.' })
      await erase({ kind: 'texts', collection: 'regional-sections', document: id, digests: [old] })
      await edit(id, author, { intro: before.get('intro') })
      expect(await digestOf(id)).toBe(old)
      const diff = await product.call('GET', `${path(id)}/diff?from=${old}`, author)
      expect(diff.status, diff.text).toBe(200)
      expect((await verifyAudit(product.payload)).problems).toEqual([])
    })

    it('refuses what is worked on, planned, live or in the trash, and what is not there', async () => {
      const subject = (id: string, ...digests: string[]) => ({
        ...{ kind: 'texts', collection: 'regional-sections', document: id, digests },
      })
      const id = await writeSection(product, author)
      const working = await digestOf(id)
      const refusals: [string, object][] = [['working', subject(id, working)]]
      const live = await writeSection(product, author)
      await publish(product, { author, editor }, live)
      const liveDigest = await digestOf(live)
      await edit(live, author, { intro: 'Weiter.' })
      refusals.push(['live', subject(live, liveDigest)])
      const planned = await writeSection(product, author)
      await step(planned, author, 'submit')
      await step(planned, editor, 'approve')
      await step(planned, editor, 'schedule', { publishAt: '2099-01-01T08:00:00+01:00' })
      const plannedDigest = await digestOf(planned)
      const kept = await product.call('PATCH', `/regional-sections/${planned}?keepPlan=true`, {
        ...author,
        body: { intro: 'Danach.' },
      })
      expect(kept.status, kept.text).toBe(200)
      refusals.push(['planned', subject(planned, plannedDigest)])
      const trashed = await writeSection(product, author)
      const trashedDigest = await digestOf(trashed)
      const gone = await product.call('DELETE', `/regional-sections/${trashed}`, author)
      expect(gone.status, gone.text).toBe(200)
      refusals.push(['trashed', subject(trashed, trashedDigest)])
      for (const [use, asks] of refusals) {
        const refused = await ask(asks)
        expect([refused.status, refused.get('error.code')], use).toEqual([409, 'in_use'])
        expect(refused.text).toContain(`This version is ${use}.`)
      }
      const unknown = await ask(subject(id, `2-${'0'.repeat(64)}`))
      expect(unknown.status).toBe(404)
    })

    it('is not confirmed where the text came back in use meanwhile', async () => {
      const id = await writeSection(product, author, { intro: 'Erst so.' })
      const old = await digestOf(id)
      await edit(id, author, { intro: 'Dann so.' })
      const erasure = await asked({
        ...{ kind: 'texts', collection: 'regional-sections', document: id, digests: [old] },
      })
      await edit(id, author, { intro: 'Erst so.' })
      const refused = await decide(erasure, 'confirm', admin)
      expect([refused.status, refused.get('error.code')]).toEqual([409, 'in_use'])
      expect((await decide(erasure, 'withdraw', editor)).status).toBe(200)
    })

    it('tells whoever kept a copy, by the log, and by a leaf that is of that text alone', async () => {
      const id = await writeSection(product, author, { intro: `Mit ${word()}.` })
      await publish(product, { author, editor }, id)
      const delivery = await openDelivery(product)
      const client = createDeliveryClient(delivery)
      const copy = await fetchPortrait(client, await slugsOf(id))
      const old = await digestOf(id)
      await edit(id, author, { intro: 'Ohne.' })
      await publish(product, { author, editor }, id)
      const verify = async () => {
        await growLog(product.payload)
        return verifyPortrait(copy, await fetchEvidence(client, copy))
      }
      expect(await verify()).toMatchObject({ isVerified: true, redactedAt: null })
      // Whoever stands before the house can make up a leaf, and not put it into the log.
      const at = new Date().toISOString()
      const [salt, known] = [randomBytes(32), await fetchEvidence(client, copy)]
      const entry = entryOf(salt, {
        ...{ v: 1, kind: 'redaction', document: id, at, digest: copy.receipt.digest },
        ...{ profession: copy.profession.id, region: copy.region?.id ?? null },
      })
      const madeUp = { at, salt: salt.toString('base64'), entry: entry.toString('base64') }
      const proof = { ...known.proof, redacted: { ...known.proof, ...madeUp } }
      expect(await verifyPortrait(copy, { ...known, proof })).toMatchObject({
        isVerified: false,
        redactedAt: null,
      })
      await erase({ kind: 'texts', collection: 'regional-sections', document: id, digests: [old] })
      const verdict = await verify()
      expect(verdict).toMatchObject({ isVerified: true, problems: [] })
      expect(Date.parse(verdict.redactedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
      const evidence = await fetchEvidence(client, copy)
      const { redacted = null } = evidence.proof
      const other = redacted && { ...redacted, at: new Date(0).toISOString() }
      const forged = { ...evidence, proof: { ...evidence.proof, redacted: other } }
      expect(await verifyPortrait(copy, forged)).toMatchObject({
        isVerified: false,
        problems: ['What the proof says of an erasure is not of this text, or not in the log.'],
      })
      await delivery.close()
    })
  })

  it('of a comment empties its words and those that it quotes', async () => {
    const secret = word()
    const id = await writeSection(product, author, { intro: 'Ein Satz, der stimmt.' })
    const written = await product.call('POST', `${path(id)}/comments`, {
      ...editor,
      body: { body: `Das sagte ${secret}.`, isBlocking: true, on: { quote: 'der stimmt' } },
    })
    expect(written.status, written.text).toBe(201)
    const comment = String(written.get('id'))
    expect(await places(secret)).toMatchObject([{ subject: { kind: 'comment', comment } }])
    await erase({ kind: 'comment', comment })
    expect(await standsIn(secret)).toEqual([])
    const threads = await product.call('GET', `${path(id)}/comments`, author)
    expect(threads.get('threads.0')).toMatchObject({
      body: '',
      isRedacted: true,
      isBlocking: true,
      author: { id: editor.id },
      anchor: { on: 'document' },
    })
    expect((await verifyAudit(product.payload)).problems).toEqual([])
    const again = await ask({ kind: 'comment', comment })
    expect([again.status, again.get('error.code')]).toEqual([409, 'erased'])
    const resolved = await product.call('PATCH', `${path(id)}/comments/${comment}`, {
      ...editor,
      body: { isResolved: true },
    })
    expect(resolved.status, resolved.text).toBe(200)
    expect((await verifyAudit(product.payload)).problems).toEqual([])
  })

  it('of an expert empties name, opinion and comments, and keeps that they agreed', async () => {
    await askForSignOffs(
      product,
      admin,
      ['expertise'],
      { expertise: { by: 'named', experts: true } },
      { approvals: 1 },
    )
    const [name, secret] = [`Fachfrau ${word()}`, word()]
    const id = await writeSection(product, author)
    await step(id, author, 'submit')
    const made = await product.call('POST', `${path(id)}/expert-links`, {
      ...editor,
      body: { reader: name },
    })
    const said = await product.call('POST', `/expert-review/${String(made.get('token'))}`, {
      body: {
        ...{ name, opinion: 'agree', comment: `Gelesen, ${secret}.` },
        comments: [{ body: `Hier steht ${secret}.` }],
      },
    })
    expect(said.status, said.text).toBe(201)
    await step(id, editor, 'approve')
    await step(id, editor, 'publish')
    expect(await standsIn(name)).toContain('public.workflow_sign_offs')
    const link = String(made.get('id'))
    const found = await places(secret)
    expect(found.every(({ kind }) => kind === 'expert')).toBe(true)
    await erase({ kind: 'expert', link })
    await reshapeDelivered(product.payload)
    expect(await standsIn(secret)).toEqual([])
    expect(await standsIn(name)).toEqual([])
    expect((await verifyAudit(product.payload)).problems).toEqual([])
    const { rows } = await product.sql.query(
      `SELECT given_by, given_by_name FROM workflow_sign_offs WHERE document = $1`,
      [id],
    )
    expect(rows).toEqual([
      { given_by: `expert:${link}`, given_by_name: pseudonymOf(`expert:${link}`) },
    ])
    await askForSignOffs(product, admin, [], {}, { approvals: 1 })
  })

  it('of a step empties its reason wherever that stands, and nothing else of it', async () => {
    const reasons = { request: word(), approve: word(), revoke: word() }
    const id = await writeSection(product, author)
    await step(id, author, 'submit')
    await step(id, editor, 'requestChanges', { comment: `Wegen ${reasons.request}.` })
    await step(id, author, 'submit')
    await step(id, editor, 'approve', { comment: `Gut, ${reasons.approve}.` })
    await step(id, editor, 'revokeApproval', { comment: `Doch nicht: ${reasons.revoke}.` })
    const redactions: string[] = []
    for (const secret of Object.values(reasons)) {
      const [place] = await places(secret, id)
      expect(place).toMatchObject({ kind: 'event', inUse: [] })
      redactions.push(await erase(place?.subject ?? {}))
      expect(await standsIn(secret)).toEqual([])
    }
    const lines: string[] = []
    for await (const line of exportAudit(await product.localRequest(), { document: id })) {
      lines.push(...line.trim().split('\n'))
    }
    const events = lines.map((line): unknown => JSON.parse(line))
    const asked = events.find((event) => isRecord(event) && event.transition === 'requestChanges')
    expect(asked).toMatchObject({ comment: null, actor: { id: editor.id, name: editor.name } })
    const told = isRecord(asked) && isRecord(asked.redacted) ? asked.redacted : {}
    expect(told.redaction).toBe(redactions[0])
    expect(told.leftHash).toMatch(/^[0-9a-f]{64}$/)
    expect((await verifyAudit(product.payload)).problems).toEqual([])
  })

  it('of reference data empties what was and what was proposed, but not what is', async () => {
    const [first, then, last] = [word(), word(), word()]
    const made = await product.call('POST', '/sources', {
      ...editor,
      body: { name: 'Eine Studie', kind: 'studie', publisher: first },
    })
    expect(made.status, made.text).toBe(201)
    const source = String(made.get('doc.id'))
    for (const publisher of [then, last]) {
      const changed = await product.call('PATCH', `/sources/${source}`, {
        ...editor,
        body: { publisher },
      })
      expect(changed.status, changed.text).toBe(200)
    }
    for (const gone of [first, then]) {
      for (const place of await places(gone)) await erase(place.subject ?? {})
      expect(await standsIn(gone)).toEqual([])
    }
    // What an entry is by now stays, and is still held against the record.
    const [current] = await places(last)
    const refused = await ask(current?.subject ?? {})
    expect([refused.status, refused.get('error.code')]).toEqual([409, 'in_use'])
    const forge = async (publisher: string) => {
      await product.sql.query(`SET session_replication_role = replica`)
      await product.sql.query(`UPDATE sources SET publisher = $2 WHERE id = $1`, [
        source,
        publisher,
      ])
      await product.sql.query(`SET session_replication_role = DEFAULT`)
    }
    await forge('Gefälscht')
    expect((await verifyAudit(product.payload)).problems).toMatchObject([
      { problem: 'It is not what the record says that it is: publisher.' },
    ])
    await forge(last)
    expect((await verifyAudit(product.payload)).problems).toEqual([])
  })

  it('of a person who has left puts a pseudonym wherever their name stood', async () => {
    const leaver = await product.signIn('editor')
    const [account] = await product.payload
      .find({ collection: 'users', where: { id: { equals: leaver.id } }, overrideAccess: true })
      .then(({ docs }) => docs)
    const name = `Person ${word()}`
    await product.sql.query('UPDATE users SET name = $2 WHERE id = $1', [leaver.id, name])
    const address = account?.email ?? ''
    const id = await writeSection(product, author)
    await step(id, author, 'submit')
    await product.call('POST', `${path(id)}/comments`, { ...leaver, body: { body: 'Eins.' } })
    await product.call('POST', `${path(id)}/expert-links`, { ...leaver, body: {} })
    await step(id, leaver, 'approve')
    await step(id, leaver, 'publish')
    const drafted = await writeSection(product, leaver)
    await step(drafted, leaver, 'submit')
    const kept = await product.call('POST', '/payload-preferences/users-list', {
      ...leaver,
      body: { value: { search: name } },
    })
    expect(kept.status, kept.text).toBe(200)
    await product.call('PATCH', `/users/${leaver.id}`, { ...admin, body: { role: 'author' } })
    const site = await product.makeSite()
    const delivery = await openDelivery(product)
    const { profession, region } = await slugsOf(id)
    const served = async () =>
      (await delivery.get(`/v1/portraits/${profession}/${region}`, withKey(site))).text
    expect(await served()).toContain(name)

    const active = await ask({ kind: 'person', person: leaver.id })
    expect([active.status, active.get('error.code')]).toEqual([409, 'active'])
    const left = await product.call('POST', `/users/${leaver.id}/deactivate`, {
      ...admin,
      body: {},
    })
    expect(left.status, left.text).toBe(200)
    expect(await places(name)).toContainEqual(
      expect.objectContaining({ subject: { kind: 'person', person: leaver.id } }),
    )
    await erase({ kind: 'person', person: leaver.id })
    await reshapeDelivered(product.payload)

    expect(await standsIn(name)).toEqual([])
    expect(await standsIn(address)).toEqual([])
    expect(await served()).not.toContain(name)
    expect(await served()).toMatch(/"by":"Person [0-9a-f]{8}"/)
    await delivery.close()
    expect((await verifyAudit(product.payload)).problems).toEqual([])
    const back = await product.call('POST', `/users/${leaver.id}/reactivate`, {
      ...admin,
      body: {},
    })
    expect([back.status, back.get('error.code')]).toEqual([409, 'erased'])
  })

  describe('takes two people, of whom one is an administrator', () => {
    const makeComment = async () => {
      const id = await writeSection(product, author)
      const written = await product.call('POST', `${path(id)}/comments`, {
        ...author,
        body: { body: word() },
      })
      return { kind: 'comment', comment: String(written.get('id')) }
    }

    it.each([
      ['the same editor', () => [editor, editor], [403, 'four_eyes']],
      ['the same administrator', () => [admin, admin], [403, 'four_eyes']],
      ['two editors', () => [editor, second], [403, 'not_allowed']],
      ['an editor and an author', () => [editor, author], [403, 'not_allowed']],
      ['an editor and nobody', () => [editor, null], [401, 'not_signed_in']],
      ['an editor and an administrator', () => [editor, admin], [200, undefined]],
      ['an administrator and an editor', () => [admin, editor], [200, undefined]],
      ['two administrators', () => [admin, other], [200, undefined]],
    ] as [string, () => [SignedIn, SignedIn | null], [number, string | undefined]][])(
      '%s',
      async (_, people, expected) => {
        const [asks, decides] = people()
        const erasure = await asked(await makeComment(), asks)
        const answer = await decide(erasure, 'confirm', decides)
        expect([answer.status, answer.get('error.code')], answer.text).toEqual(expected)
      },
    )

    it('is asked for by no author, and says why when it is rejected', async () => {
      const subject = await makeComment()
      expect((await ask(subject, author)).status).toBe(403)
      expect((await ask(subject, null)).status).toBe(401)
      const erasure = await asked(subject)
      expect((await decide(erasure, 'reject', admin)).status).toBe(400)
      const rejected = await decide(erasure, 'reject', admin, {
        reason: 'Das Gesetz verlangt es nicht.',
      })
      expect(rejected.status, rejected.text).toBe(200)
      const late = await decide(erasure, 'confirm', other)
      expect([late.status, late.get('error.code')]).toEqual([409, 'decided'])
    })
  })

  describe('is held by the database', () => {
    const places = [
      ['workflow_events', `comment = 'Nie gesagt.'`],
      ['workflow_events', `actor_name = 'Jemand'`],
      ['workflow_approvals', `approved_by_name = 'Jemand'`],
      ['workflow_approvals', `comment = NULL, created_at = now()`],
      ['workflow_revocations', `reason = ''`],
      ['workflow_sign_offs', `given_by_name = workflow_pseudonym(given_by)`],
      ['redacted_rows', `left_hash = 'x'`],
      ['erasures', `status = 'withdrawn', decided_at = now()`],
      ['erasures', `reason = ''`],
    ] as const

    it.each(places)('%s: the owner does not SET %s', async (table, set) => {
      const { rowCount } = await product.sql.query(`SELECT 1 FROM ${table}`)
      expect(rowCount).toBeGreaterThan(0)
      await expect(product.sql.query(`UPDATE ${table} SET ${set}`)).rejects.toThrow(
        /append-only|decided once|through the product/,
      )
      await expect(product.sql.query(`DELETE FROM ${table}`)).rejects.toThrow(/append-only|stays/)
    })

    it('for SQL as a server: neither by hand, nor by the function, nor by an event of its own', async () => {
      const { rows } = await product.sql.query<{ id: string; chain: string; session: string }>(
        `SELECT e.id, e.document AS chain, (SELECT s.id FROM users_sessions s WHERE s._parent_id::text = $1 LIMIT 1) AS session
         FROM workflow_events e WHERE e.comment IS NOT NULL AND e.document_collection = 'regional-sections' LIMIT 1`,
        [admin.id],
      )
      const [target] = rows
      const server = await product.connect('authoring')
      const refused = async (statement: string, values: unknown[] = []) =>
        expect(server.query(statement, values), statement).rejects.toThrow(
          /permission denied|through the product|proof/,
        )
      await refused('UPDATE workflow_events SET comment = NULL WHERE id = $1', [target?.id])
      await refused(`INSERT INTO redacted_rows VALUES ($1, 'workflow_events', 'x')`, [target?.id])
      await refused(`SELECT workflow_redact($1, $2, '[]')`, [target?.id, target?.session])
      const waiting = await asked({ kind: 'event', event: target?.id })
      await refused(`UPDATE erasures SET status = 'withdrawn', decided_at = now() WHERE id = $1`, [
        waiting,
      ])
      await refused(
        `INSERT INTO erasures (id, kind, subject, document_collection, document, reason, asked_by, asked_by_name, asked_as)
         SELECT gen_random_uuid(), kind, subject, document_collection, document, reason, $2, 'X', 'admin'
         FROM erasures WHERE id = $1`,
        [waiting, other.id],
      )
      await refused('DELETE FROM erasures WHERE id = $1', [waiting])
      expect((await decide(waiting, 'withdraw', editor)).status).toBe(200)
      await refused(
        `INSERT INTO workflow_events (id, kind, document_collection, document, transition, actor, data)
         VALUES ($1, 'erasure', 'regional-sections', $2, 'askErasure', $3, '{"erasure":"x","as":"admin"}')`,
        [randomUUID(), target?.chain, other.id],
      )
      await server.end()
    })

    describe('for a server that has the product’s secret too', () => {
      const id = randomUUID()
      const commentRow = [{ place: 'workflow_events', row: '', words: true }]

      /** An event with the product's proof, as code in a captured process would write it. */
      const write = async (
        server: pg.Client,
        event: { transition: string; actor: string; document: string; data: object },
      ) => {
        const own = randomUUID()
        const { transition: name, actor, document } = event
        const { rows } = await server.query<{ words: string }>('SELECT $1::jsonb::text AS words', [
          JSON.stringify(event.data),
        ])
        const said = [own, 'erasure', 'regional-sections', document, name, null, null, null, actor]
        await server.query(
          `INSERT INTO workflow_events (id, kind, document_collection, document, transition, actor, data, proof)
           VALUES ($1, 'erasure', 'regional-sections', $2, $3, $4, $5, $6)`,
          [
            ...[own, document, name, actor, JSON.stringify(event.data)],
            prove(product.payload.secret, 'event', [...said, rows[0]?.words ?? null]),
          ],
        )
        return own
      }

      const sessionOf = async (person: SignedIn) => {
        const { rows } = await product.sql.query<{ id: string }>(
          'SELECT id FROM users_sessions WHERE _parent_id::text = $1 LIMIT 1',
          [person.id],
        )
        return rows[0]?.id ?? ''
      }

      it.each([
        ['one person', () => [admin, admin, admin, 'admin'], /two people/],
        ['two editors', () => [editor, second, second, 'editor'], /the role editor/],
        ['an author', () => [admin, author, author, 'admin'], /the role author/],
        [
          'an editor who is said to be more',
          () => [editor, second, second, 'admin'],
          /the role editor/,
        ],
        ['the session of another', () => [editor, admin, other, 'editor'], /signed in/],
        ['nobody who asked', () => [null, admin, admin, 'editor'], /two people/],
        ['other rows than the event binds', () => [editor, admin, admin, 'editor'], /other rows/],
      ] as [string, () => [SignedIn | null, SignedIn, SignedIn, string], RegExp][])(
        'not with %s',
        async (_, people, expected) => {
          const [asks, decides, signed, as] = people()
          const document = randomUUID()
          const server = await product.connect('authoring')
          await server.query('BEGIN')
          const data = { erasure: id }
          if (asks) {
            await write(server, {
              ...{ transition: 'askErasure', actor: asks.id, document },
              data: { ...data, as },
            })
          }
          const redaction = await write(server, {
            ...{ transition: 'redact', actor: decides.id, document },
            data: { ...data, askedBy: asks?.id, rows: digestOfRows([]) },
          })
          const target = await product.sql.query<{ id: string; hash: string }>(
            `SELECT id, hash FROM workflow_events WHERE comment IS NOT NULL LIMIT 1`,
          )
          const rows = commentRow.map((row) => ({ ...row, row: target.rows[0]?.id, hash: 'x' }))
          await expect(
            server.query('SELECT workflow_redact($1, $2, $3)', [
              ...[redaction, await sessionOf(signed), JSON.stringify(rows)],
            ]),
          ).rejects.toThrow(expected)
          await server.query('ROLLBACK')
          await server.end()
        },
      )

      it('and not down to anything but what the event says is left', async () => {
        const { rows } = await product.sql.query<{ id: string; document: string; left: string }>(
          `SELECT id, document, workflow_event_hash(workflow_without(e, false, true, '{}')) AS left
           FROM workflow_events e WHERE comment IS NOT NULL AND kind = 'erasure' LIMIT 1`,
        )
        const [target] = rows
        const owner = await product.connect()
        await owner.query('BEGIN')
        const redaction = await write(owner, {
          ...{ transition: 'redact', actor: admin.id, document: target?.document ?? '' },
          data: { erasure: id },
        })
        await owner.query(
          `INSERT INTO redacted_rows (redaction, place, "row", left_hash) VALUES ($1, 'workflow_events', $2, $3)`,
          [redaction, target?.id, target?.left],
        )
        await owner.query('SAVEPOINT before')
        for (const set of [`comment = 'Nie gesagt.'`, `comment = NULL, transition = 'redact'`]) {
          await expect(
            owner.query(`UPDATE workflow_events SET ${set} WHERE id = $1`, [target?.id]),
            set,
          ).rejects.toThrow('append-only')
          await owner.query('ROLLBACK TO before')
        }
        await owner.query('UPDATE workflow_events SET comment = NULL WHERE id = $1', [target?.id])
        await owner.query('ROLLBACK')
        await owner.end()
      })
    })

    it('so that verifying finds what was changed under the name of a redaction', async () => {
      const tamper = async (statement: string, values: unknown[] = []) => {
        await product.sql.query(`SET session_replication_role = replica`)
        await product.sql.query(statement, values)
        await product.sql.query(`SET session_replication_role = DEFAULT`)
      }
      const problems = async () =>
        (await verifyAudit(product.payload)).problems.map(({ problem }) => problem)
      const { rows } = await product.sql.query<{ row: string; redaction: string }>(
        `SELECT "row", redaction FROM redacted_rows WHERE place = 'workflow_events' LIMIT 1`,
      )
      const [emptied] = rows
      await tamper(`UPDATE workflow_events SET comment = 'Ganz anders.' WHERE id = $1::uuid`, [
        emptied?.row,
      ])
      expect(await problems()).toEqual(['The event was changed.'])
      await tamper(`UPDATE workflow_events SET comment = NULL WHERE id = $1::uuid`, [emptied?.row])
      expect(await problems()).toEqual([])
      // Another event is emptied, and put under a redaction that people did make.
      await tamper(
        `INSERT INTO redacted_rows (redaction, place, "row", hash, left_hash)
         SELECT $1::uuid, 'workflow_events', id::text, hash,
           workflow_event_hash(workflow_without(e, false, true, '{}'))
         FROM workflow_events e WHERE transition = 'rejectErasure'`,
        [emptied?.redaction],
      )
      await tamper(`UPDATE workflow_events SET comment = NULL WHERE transition = 'rejectErasure'`)
      expect(await problems()).toEqual(
        expect.arrayContaining([
          'What was emptied is not what two people had emptied.',
          'The event was changed.',
        ]),
      )
      await tamper(
        `DELETE FROM redacted_rows r USING workflow_events e
         WHERE r."row" = e.id::text AND e.transition = 'rejectErasure'`,
      )
      await tamper(
        `UPDATE workflow_events SET comment = 'Das Gesetz verlangt es nicht.' WHERE transition = 'rejectErasure'`,
      )
      expect(await problems()).toEqual([])
    })
  })
})
