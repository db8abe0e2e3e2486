import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findForgedReference } from '#audit/forged-reference.ts'
import { verifyRecord } from '#audit/verify.ts'
import { isRecord } from '#model/documents.ts'
import { issueEntryPermit } from '#reference/permit.ts'
import type { Answer } from '#support/http.ts'
import { openDelivery, withKey } from '#support/delivery.ts'
import { makePair, publish, sectionContent, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('reference data that live texts show', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let other: SignedIn
  let admin: SignedIn
  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    other = await product.signIn('editor')
    admin = await product.signIn('admin')
  })
  afterAll(() => product.close())

  const get = (path: string, who: SignedIn) => product.call('GET', path, who)
  const patch = (path: string, who: SignedIn, body: object) =>
    product.call('PATCH', path, { ...who, body })
  const decide = (id: string, decision: string, who: SignedIn, body: object = {}) =>
    product.call('POST', `/reference/proposals/${id}/${decision}`, { ...who, body })
  /** Decides as whoever has just looked at it. */
  const decideSeen = async (id: string, decision: string, who: SignedIn, body: object = {}) => {
    const { rows } = await product.sql.query<{ digest: string }>(
      'SELECT digest FROM reference_proposals WHERE id = $1',
      [id],
    )
    return decide(id, decision, who, { expectedDigest: rows[0]?.digest, ...body })
  }
  const proposalIn = (answer: Answer) => String(answer.get('doc.proposal.id'))
  const propose = async (path: string, who: SignedIn, body: object) => {
    const answer = await patch(path, who, body)
    expect(answer.status, answer.text).toBe(202)
    return proposalIn(answer)
  }

  /** A live text with its profession, its region and the source of a figure in it. */
  const makeShown = async () => {
    const made = await product.call('POST', '/sources', {
      ...author,
      body: { name: `Quelle ${randomUUID()}`, kind: 'studie' },
    })
    const source = String(made.get('doc.id'))
    const [figure] = sectionContent().salaryFigures
    const id = await writeSection(product, author, { salaryFigures: [{ ...figure, source }] })
    await publish(product, { author, editor }, id)
    const text = await get(`/regional-sections/${id}?depth=0`, editor)
    return {
      id,
      source: `/sources/${source}`,
      profession: `/professions/${String(text.get('profession'))}`,
      region: `/regions/${String(text.get('region'))}`,
    }
  }

  const eventsOf = async (path: string) => {
    const { rows } = await product.sql.query<{
      transition: string
      actor: string | null
      data: Record<string, unknown>
    }>(
      `SELECT transition, actor, data FROM workflow_events
       WHERE document = $1 AND kind = 'reference' ORDER BY sequence`,
      [path.split('/').at(-1)],
    )
    return rows
  }

  it('becomes a proposal where it would change, and nothing of it changes', async () => {
    const { profession } = await makeShown()
    const before = await get(profession, editor)
    const answer = await patch(profession, editor, { name: `Neu ${randomUUID()}` })
    expect(answer.status).toBe(202)
    expect(answer.get('doc.name')).toBe(before.get('name'))
    expect(answer.get('doc.proposal.texts')).toBe(1)
    expect(answer.get('message')).toContain('proposal')
    expect((await get(profession, editor)).get('name')).toBe(before.get('name'))
    const listed = await get(`/reference/proposals?entry=${String(before.get('id'))}`, other)
    expect(listed.get('total')).toBe(1)
    expect(listed.get('proposals.0.changes.0.before')).toEqual([before.get('name')])
    expect(listed.get('proposals.0.may')).toEqual(['confirm', 'reject'])
    expect((await eventsOf(profession)).map(({ transition }) => transition)).toEqual([
      'createReference',
      'propose',
    ])
  })

  it('changes with what sites read when a second person confirms it, on record', async () => {
    const { profession, region } = await makeShown()
    const site = await product.makeSite()
    const delivery = await openDelivery(product)
    try {
      const slug = String((await get(profession, editor)).get('slug'))
      const place = `/v1/portraits/${slug}/${String((await get(region, editor)).get('slug'))}`
      const name = `Bestätigt ${randomUUID()}`
      const aliases = ['Anders genannt']
      const id = await propose(profession, editor, { name, aliases })
      const shown = async () => (await delivery.get(place, withKey(site))).text
      expect(await shown()).not.toContain(name)
      const confirmed = await decideSeen(id, 'confirm', other)
      expect(confirmed.status, confirmed.text).toBe(200)
      expect(confirmed.get('proposal.status')).toBe('confirmed')
      await expect.poll(shown).toContain(name)
      await expect.poll(shown).toContain('Anders genannt')
      expect((await get(profession, editor)).get('aliases')).toEqual(aliases)
      const last = (await eventsOf(profession)).at(-1)
      expect(last).toMatchObject({
        transition: 'confirmProposal',
        actor: other.id,
        data: { proposal: id, proposedBy: editor.id, after: { name, aliases } },
      })
    } finally {
      await delivery.close()
    }
  })

  it.each([
    ['whoever proposed it', 'confirm', () => editor, 403],
    ['whoever proposed it', 'reject', () => editor, 403],
    ['an author', 'confirm', () => author, 403],
    ['an author', 'withdraw', () => author, 403],
    ['another editor', 'withdraw', () => other, 403],
    ['another editor', 'confirm', () => other, 200],
    ['another editor', 'reject', () => other, 200],
    ['an administrator', 'confirm', () => admin, 200],
    ['whoever proposed it', 'withdraw', () => editor, 200],
  ])('lets %s %s it or not', async (_, decision, who, status) => {
    const { region } = await makeShown()
    const id = await propose(region, editor, { name: `Ort ${randomUUID()}` })
    const answer = await decideSeen(
      id,
      decision,
      who(),
      decision === 'reject' ? { reason: 'Nein' } : {},
    )
    expect(answer.status, answer.text).toBe(status)
    expect((await get(region, editor)).text.includes('"name":"Ort ')).toBe(true)
  })

  it('is decided by the desk whose entry it is', async () => {
    const { region } = await makeShown()
    const { region: elsewhere } = await makePair(product)
    const desk = async (regions: string[]) =>
      (
        await product.payload.create({
          collection: 'desks',
          data: { name: randomUUID(), regions, allProfessions: true },
          overrideAccess: true,
        })
      ).id
    const own = region.split('/').at(-1) ?? ''
    const covering = await product.signIn('editor', { desks: [await desk([own])] })
    const foreign = await product.signIn('editor', { desks: [await desk([elsewhere])] })
    const id = await propose(region, editor, { name: `Ort ${randomUUID()}` })
    expect((await decideSeen(id, 'confirm', foreign)).status).toBe(403)
    expect((await decideSeen(id, 'confirm', covering)).status).toBe(200)
  })

  it('is rejected with a reason only, and decided once', async () => {
    const { region } = await makeShown()
    const id = await propose(region, editor, { name: `Ort ${randomUUID()}` })
    expect((await decide(id, 'reject', other)).status).toBe(400)
    expect((await decide(id, 'reject', other, { reason: 'Falsch.' })).status).toBe(200)
    const again = await decideSeen(id, 'confirm', other)
    expect([again.status, again.get('error.code')]).toEqual([409, 'decided'])
  })

  it('has one open proposal, which grows by its own person and holds up others', async () => {
    const { region } = await makeShown()
    const name = `Ort ${randomUUID()}`
    const id = await propose(region, editor, { name })
    const seen = (
      await get(`/reference/proposals?entry=${region.split('/').at(-1) ?? ''}`, other)
    ).get('proposals.0.digest')
    const taken = await patch(region, other, { aliases: ['X'] })
    expect([taken.status, taken.text.includes(id)]).toEqual([409, true])
    expect(await propose(region, editor, { postalCodes: ['51371'] })).toBe(id)
    const old = await decide(id, 'confirm', other, { expectedDigest: seen })
    expect([old.status, old.get('error.code')]).toEqual([409, 'changed'])
    expect((await decideSeen(id, 'confirm', other)).status).toBe(200)
    const now = await get(region, editor)
    expect([now.get('name'), now.get('postalCodes')]).toEqual([name, ['51371']])
  })

  it('is not confirmed over what has changed meanwhile', async () => {
    const { region, id: text } = await makeShown()
    const id = await propose(region, editor, { name: `Ort ${randomUUID()}` })
    const unpublished = await product.call('POST', `/regional-sections/${text}/transitions`, {
      ...editor,
      body: { transition: 'unpublish', comment: 'Weg.' },
    })
    expect(unpublished.status).toBe(200)
    expect((await patch(region, other, { name: `Anders ${randomUUID()}` })).status).toBe(200)
    const moved = await decideSeen(id, 'confirm', admin)
    expect([moved.status, moved.get('error.code')]).toEqual([409, 'moved'])
  })

  it.each([
    ['profession', { name: 'Anders' }],
    ['profession', { slug: 'anders-genannt' }],
    ['profession', { forms: { feminine: 'Anderin' } }],
    ['profession', { aliases: ['Anders'] }],
    ['profession', { kldb2010: '43394' }],
    ['profession', { baJobTitles: ['43394-111'] }],
    ['profession', { isco08: '2511' }],
    ['region', { name: 'Anderswo' }],
    ['region', { slug: 'anderswo' }],
    ['region', { kind: 'kreis' }],
    ['region', { ags: '05316000' }],
    ['region', { nuts3: 'DEA24' }],
    ['region', { postalCodes: ['51371'] }],
    ['region', { latitude: 51.03 }],
    ['region', { longitude: 6.98 }],
    ['region', { aliases: ['Anderswo'] }],
    ['source', { name: 'Andere Quelle' }],
    ['source', { publisher: 'Andere' }],
    ['source', { url: 'https://andere.example' }],
    ['source', { kind: 'tarif' }],
  ] as const)('of a %s is %j', async (of, body) => {
    const path = (await makeShown())[of]
    const before = (await get(path, editor)).text
    await propose(path, editor, body)
    expect((await get(path, editor)).text).toBe(before)
  })

  it('is what a region lies in, and lies next to', async () => {
    const { region } = await makeShown()
    const { region: other } = await makePair(product)
    for (const body of [{ parent: other }, { neighbours: [other] }]) {
      await propose(region, editor, body)
      const now = await get(`${region}?depth=0`, editor)
      expect([now.get('parent'), now.get('neighbours')]).toEqual([null, []])
    }
    // Whose jobs the portrait of the region would show.
    await propose(`/regions/${other}`, admin, { parent: region.split('/').at(-1) })
  })

  it('is the name of a profession that a text calls related, and not its code', async () => {
    const { profession: related } = await makePair(product)
    const id = await writeSection(product, author, {
      relatedProfessions: [{ profession: related, relation: 'aehnlich' }],
    })
    await publish(product, { author, editor }, id)
    const path = `/professions/${related}`
    expect((await patch(path, editor, { kldb2010: '43394' })).status).toBe(200)
    await propose(path, editor, { name: `Verwandt ${randomUUID()}` })
  })

  it.each([
    ['region', { gazetteer: ['Schloss Morsbroich'] }],
    ['profession', { skills: ['Kneten'] }],
    ['source', { aliases: ['Kurzname'] }],
  ] as const)('changes at once in a %s where no site sees it: %j', async (of, body) => {
    const path = (await makeShown())[of]
    const answer = await patch(path, editor, body)
    expect([answer.status, answer.get('doc.proposal')]).toEqual([200, null])
    expect((await get(path, editor)).text).toContain(Object.values(body).flat()[0])
    expect((await eventsOf(path)).at(-1)).toMatchObject({
      transition: 'changeReference',
      actor: editor.id,
      data: { after: body },
    })
  })

  it('takes of one change at once what no site sees, and proposes the rest', async () => {
    const { profession } = await makeShown()
    const name = `Neu ${randomUUID()}`
    const answer = await patch(profession, editor, { name, skills: ['Backen'] })
    expect(answer.status).toBe(202)
    const now = await get(profession, editor)
    expect(now.get('skills')).toEqual(['Backen'])
    expect(now.get('name')).not.toBe(name)
  })

  it('refuses what the fields do not take before anybody proposes it', async () => {
    const { profession } = await makeShown()
    expect((await patch(profession, editor, { kldb2010: '1' })).status).toBe(400)
    const id = profession.split('/').at(-1) ?? ''
    expect((await get(`/reference/proposals?entry=${id}`, other)).get('total')).toBe(0)
  })

  it('changes at once, recorded, where nothing live shows it', async () => {
    const pair = await makePair(product)
    const path = `/professions/${pair.profession}`
    const answer = await patch(path, editor, { name: `Frei ${randomUUID()}` })
    expect(answer.status).toBe(200)
    const deleted = await product.call('DELETE', path, admin)
    expect(deleted.status).toBe(200)
    const events = await eventsOf(path)
    expect(events.map(({ transition }) => transition)).toEqual([
      'createReference',
      'changeReference',
      'deleteReference',
    ])
    // The pair was made without a person, as a command makes it.
    expect(events[0]).toMatchObject({ actor: null, data: { by: 'command' } })
  })

  it('tells whoever may confirm it, and whoever proposed it what came of it', async () => {
    const { region } = await makeShown()
    const id = await propose(region, editor, { name: `Ort ${randomUUID()}` })
    const kinds = async (who: SignedIn) => {
      const { rows } = await product.sql.query<{ kind: string }>(
        `SELECT kind FROM notifications WHERE person = $1 AND document = $2`,
        [who.id, region.split('/').at(-1)],
      )
      return rows.map(({ kind }) => kind)
    }
    expect(await kinds(other)).toEqual(['proposed'])
    expect(await kinds(editor)).toEqual([])
    await decide(id, 'reject', other, { reason: 'Nein.' })
    expect(await kinds(editor)).toEqual(['proposalRejected'])
  })

  it('stays proposed when its person leaves, and is among what they hold', async () => {
    const { region } = await makeShown()
    const leaver = await product.signIn('editor')
    const id = await propose(region, leaver, { name: `Ort ${randomUUID()}` })
    const held = await get(`/users/${leaver.id}/commitments`, admin)
    expect(held.get('proposals.items.0.id')).toBe(id)
    expect((await product.call('DELETE', `/users/${leaver.id}`, admin)).status).toBe(200)
    expect((await get(`/users/${leaver.id}`, admin)).status).toBe(200)
    expect((await decideSeen(id, 'confirm', other)).status).toBe(200)
  })

  it('is held against the record: an entry that was changed past the application is named', async () => {
    const { profession } = await makeShown()
    const confirmed = await propose(profession, editor, { aliases: ['Anders genannt'] })
    expect((await decideSeen(confirmed, 'confirm', other)).status).toBe(200)
    await propose(profession, editor, { aliases: ['Nur vorgeschlagen'] })
    const id = profession.split('/').at(-1) ?? ''
    const found = () =>
      verifyRecord(product.payload).then(({ problems }) =>
        problems
          .filter(({ where }) => where.startsWith('professions/'))
          .map(({ where, problem }) => `${where} ${problem}`),
      )
    expect(await found()).toEqual([])
    await product.sql.query('SET session_replication_role = replica')
    await product.sql.query(`UPDATE professions SET isco08 = '2511' WHERE id = $1`, [id])
    await product.sql.query(`UPDATE professions_texts SET text = 'X' WHERE parent_id = $1`, [id])
    await product.sql.query('SET session_replication_role = DEFAULT')
    expect(await found()).toEqual([
      `professions/${id} It is not what the record says that it is: aliases, isco08.`,
    ])
    await product.sql.query('SET session_replication_role = replica')
    await product.sql.query(`UPDATE professions SET isco08 = NULL WHERE id = $1`, [id])
    await product.sql.query(
      `UPDATE professions_texts SET text = 'Anders genannt' WHERE parent_id = $1`,
      [id],
    )
    await product.sql.query('SET session_replication_role = DEFAULT')
  })

  it('is confirmed as it was proposed, and nothing else with it', async () => {
    const { region } = await makeShown()
    const slug = `ort-${randomUUID()}`
    const id = await propose(region, editor, { slug })
    const [, entry = ''] = region.split('/regions/')
    const { rows } = await product.sql.query<{ after: unknown }>(
      'SELECT after FROM reference_proposals WHERE id = $1',
      [id],
    )
    const req = await product.localRequest()
    await expect(
      product.payload.update({
        collection: 'regions',
        id: entry,
        data: { name: 'Anders' },
        overrideAccess: true,
        context: issueEntryPermit({
          collection: 'regions',
          id: entry,
          after: Object(rows[0]?.after) as Record<string, unknown>,
        }),
        req,
      }),
    ).rejects.toThrow('not in the proposal')
    expect((await decideSeen(id, 'confirm', other)).status).toBe(200)
    expect((await get(region, editor)).get('slug')).toBe(slug)
  })

  it('ends with its entry, which is deleted when nothing shows it any more', async () => {
    const id = await writeSection(product, author)
    const figuresOf = async (salaryFigures: object[]) => {
      const edited = await patch(`/regional-sections/${id}`, author, { salaryFigures })
      expect(edited.status, edited.text).toBe(200)
    }
    const step = async (transition: string) => {
      const path = `/regional-sections/${id}/transitions`
      const answer = await product.call('POST', path, { ...author, body: { transition } })
      expect(answer.status, answer.text).toBe(200)
    }
    const made = await product.call('POST', '/sources', {
      ...author,
      body: { name: `Quelle ${randomUUID()}`, kind: 'studie' },
    })
    const entry = String(made.get('doc.id'))
    const source = `/sources/${entry}`
    const [figure] = sectionContent().salaryFigures
    await figuresOf([{ ...figure, source: entry }])
    await step('submit')
    const proposal = await propose(source, editor, { name: `Neu ${randomUUID()}` })
    await step('withdraw')
    await figuresOf([])
    const deleted = await product.call('DELETE', source, admin)
    expect(deleted.status, deleted.text).toBe(200)
    expect((await eventsOf(source)).at(-1)).toMatchObject({
      transition: 'deleteReference',
      data: { proposal },
    })
    const listed = await get(`/reference/proposals?entry=${entry}`, other)
    expect(listed.get('proposals'), listed.text).toEqual([])
    const confirmed = await decideSeen(proposal, 'confirm', other)
    expect([confirmed.status, confirmed.get('error.code')]).toEqual([409, 'decided'])
  })

  it('is not deleted, by whatever door', async () => {
    const { profession, region } = await makeShown()
    for (const path of [profession, region]) {
      const [, slug, id = ''] = path.split('/')
      const collection = slug === 'regions' ? 'regions' : 'professions'
      expect((await product.call('DELETE', path, admin)).status).toBe(409)
      const where = { id: { equals: id } }
      await expect(product.payload.db.deleteOne({ collection, where })).rejects.toThrow(
        'Texts that are live',
      )
      await expect(product.payload.db.deleteMany({ collection, where })).rejects.toThrow(
        'Texts that are live',
      )
      expect((await get(path, editor)).status).toBe(200)
    }
  })

  it('is confirmed by whoever says what they have seen', async () => {
    const { region } = await makeShown()
    const id = await propose(region, editor, { name: `Ort ${randomUUID()}` })
    const unseen = await decide(id, 'confirm', other)
    expect(unseen.status).toBe(400)
    expect(unseen.get('error.details.0.path'), unseen.text).toBe('expectedDigest')
    expect((await decideSeen(id, 'confirm', other)).status).toBe(200)
  })

  describe('on the way to be live', () => {
    const step = async (who: SignedIn, id: string, body: object) => {
      const answer = await product.call('POST', `/regional-sections/${id}/transitions`, {
        ...who,
        body,
      })
      expect(answer.status, answer.text).toBe(200)
    }
    /** What brings a text there of which nothing is live. */
    const ways: Record<string, (id: string) => Promise<void>> = {
      'in review': (id) => step(author, id, { transition: 'submit' }),
      approved: async (id) => {
        await step(author, id, { transition: 'submit' })
        await step(editor, id, { transition: 'approve' })
      },
      scheduled: async (id) => {
        await ways.approved?.(id)
        const publishAt = new Date(Date.now() + 7 * 86_400_000).toISOString()
        await step(editor, id, { transition: 'schedule', publishAt })
      },
      'scheduled, with another draft': async (id) => {
        await ways.scheduled?.(id)
        // An edit that keeps the plan; any other would end it.
        const edited = await patch(`/regional-sections/${id}?keepPlan=true`, author, {
          headline: 'Ein anderer Text',
          salaryFigures: [],
        })
        expect(edited.status, edited.text).toBe(200)
      },
    }
    const write = async () => {
      const made = await product.call('POST', '/sources', {
        ...author,
        body: { name: `Quelle ${randomUUID()}`, kind: 'studie' },
      })
      const source = String(made.get('doc.id'))
      const { profession: related } = await makePair(product)
      const [figure] = sectionContent().salaryFigures
      const id = await writeSection(product, author, {
        salaryFigures: [{ ...figure, source }],
        relatedProfessions: [{ profession: related, relation: 'aehnlich' }],
      })
      const text = await get(`/regional-sections/${id}?depth=0&draft=true`, editor)
      return {
        id,
        entries: {
          source: `/sources/${source}`,
          profession: `/professions/${String(text.get('profession'))}`,
          region: `/regions/${String(text.get('region'))}`,
          related: `/professions/${related}`,
        },
      }
    }

    it.each(Object.keys(ways))('is held from then on: %s', async (way) => {
      const { id, entries } = await write()
      await ways[way]?.(id)
      for (const path of Object.values(entries)) {
        const before = (await get(path, editor)).get('name')
        const answer = await patch(path, editor, { name: `Neu ${randomUUID()}` })
        expect([answer.status, path], answer.text).toEqual([202, path])
        expect([answer.get('doc.proposal.texts'), answer.get('doc.proposal.sites')]).toEqual([1, 0])
        expect((await get(path, editor)).get('name')).toBe(before)
      }
    })

    it('changes at once while it is a draft, and again when it has become one', async () => {
      const { id, entries } = await write()
      const rename = (path: string) => patch(path, editor, { name: `Neu ${randomUUID()}` })
      for (const path of Object.values(entries)) expect((await rename(path)).status).toBe(200)
      await step(author, id, { transition: 'submit' })
      await step(author, id, { transition: 'withdraw' })
      for (const path of Object.values(entries)) expect((await rename(path)).status).toBe(200)
    })

    it('counts a text once of which one version is live and another one in review', async () => {
      const { id, source } = await makeShown()
      const edited = await patch(`/regional-sections/${id}`, author, { headline: 'Neu gefasst' })
      expect(edited.status, edited.text).toBe(200)
      await step(author, id, { transition: 'submit' })
      const answer = await patch(source, editor, { name: `Neu ${randomUUID()}` })
      expect([answer.status, answer.get('doc.proposal.texts')]).toEqual([202, 1])
    })

    it('is counted anew when it is confirmed', async () => {
      const { id, entries } = await write()
      await step(author, id, { transition: 'submit' })
      const proposal = await propose(entries.source, editor, { name: `Neu ${randomUUID()}` })
      await step(author, id, { transition: 'withdraw' })
      const confirmed = await decideSeen(proposal, 'confirm', other)
      expect([confirmed.status, confirmed.get('proposal.texts')]).toEqual([200, 0])
      expect((await eventsOf(entries.source)).at(-1)).toMatchObject({ data: { texts: 0 } })
    })

    it('is judged after whoever submits just now', async () => {
      const { id, entries } = await write()
      const changing = await product.connect()
      try {
        await changing.query('BEGIN')
        await changing.query(
          `SELECT pg_advisory_xact_lock(hashtextextended('delivery.reference', 0))`,
        )
        let isDone = false
        const submitting = step(author, id, { transition: 'submit' }).then(() => {
          isDone = true
        })
        await wait(1500)
        expect(isDone).toBe(false)
        await changing.query('COMMIT')
        await submitting
        expect((await patch(entries.source, editor, { name: 'Neu' })).status).toBe(202)
      } finally {
        await changing.end()
      }
    })
  })

  it('is on record as made when it is made from another one', async () => {
    const { source } = await makeShown()
    const copied = await product.call('POST', `${source}/duplicate`, { ...editor, body: {} })
    expect(copied.status, copied.text).toBeLessThan(300)
    const id = String(copied.get('doc.id'))
    const [made, ...others] = await eventsOf(`/sources/${id}`)
    expect(others).toEqual([])
    expect(made).toMatchObject({
      transition: 'createReference',
      actor: editor.id,
      data: { name: copied.get('doc.name'), after: { kind: 'studie' } },
    })
    const found = await findForgedReference(await product.localRequest())
    expect(found.filter(({ where }) => where.includes(id))).toEqual([])
  })

  it('is judged after whoever is publishing just now', async () => {
    await makeShown()
    const { region } = await makePair(product)
    const publishing = await product.connect()
    try {
      await publishing.query('BEGIN')
      await publishing.query(
        `SELECT pg_advisory_xact_lock_shared(hashtextextended('delivery.reference', 0))`,
      )
      await publishing.query(
        `INSERT INTO delivery.documents SELECT (jsonb_populate_record(d, jsonb_build_object(
           'id', gen_random_uuid(), 'region', $1::text, 'region_slug', $1::text))).*
         FROM delivery.documents d WHERE region IS NOT NULL LIMIT 1`,
        [region],
      )
      const changing = patch(`/regions/${region}`, editor, { name: `Ort ${randomUUID()}` })
      await wait(500)
      await publishing.query('COMMIT')
      expect((await changing).status).toBe(202)
    } finally {
      await publishing.end()
      await product.sql.query('DELETE FROM delivery.documents WHERE region = $1', [region])
    }
  })

  describe('over GraphQL', () => {
    const update = (alias: string, path: string, data: string) =>
      `${alias}: updateRegion(id: "${path.split('/').at(-1) ?? ''}", data: { ${data} }) { id name }`
    const named = () => `name: "Ort ${randomUUID()}"`
    const errorsIn = (answer: Answer) => {
      const errors = answer.get('errors')
      return Array.isArray(errors) ? errors.filter(isRecord) : []
    }

    it('is answered by an error that says so, and the proposal is there', async () => {
      const { region } = await makeShown()
      const answer = await product.graphql(`mutation { ${update('a', region, named())} }`, {
        ...editor,
        headers: { 'Accept-Language': 'en' },
      })
      expect(answer.get('data.a')).toBeNull()
      const [error] = errorsIn(answer)
      expect(error).toMatchObject({
        path: ['a'],
        message: expect.stringContaining('Saved as a proposal') as string,
        extensions: {
          code: 'proposed',
          statusCode: 202,
          proposals: [{ collection: 'regions', entry: region.split('/').at(-1), texts: 1 }],
        },
      })
      const listed = await get(
        `/reference/proposals?entry=${region.split('/').at(-1) ?? ''}`,
        other,
      )
      expect([listed.get('total'), listed.get('proposals.0.id')]).toEqual([
        1,
        answer.get('errors.0.extensions.proposals.0.id'),
      ])
    })

    it('and of several changes those alone that became one', async () => {
      const [first, second] = [await makeShown(), await makeShown()]
      const free = await product.payload.create({
        collection: 'regions',
        data: { name: `Frei ${randomUUID()}`, slug: '', kind: 'gemeinde' },
        overrideAccess: true,
      })
      const answer = await product.graphql(
        `mutation { ${update('a', first.region, named())} ${update('b', `/regions/${free.id}`, 'name: "Frei"')}
          ${update('c', second.region, named())} ${update('d', `/regions/${free.id}`, 'name: "Freier"')} }`,
        editor,
      )
      expect([answer.get('data.b.name'), answer.get('data.d.name')]).toEqual(['Frei', 'Freier'])
      expect(
        errorsIn(answer).map(({ path, extensions }) => ({
          path,
          entries:
            isRecord(extensions) && Array.isArray(extensions.proposals)
              ? extensions.proposals.filter(isRecord).map(({ entry }) => entry)
              : [],
        })),
      ).toEqual([
        { path: ['a'], entries: [first.region.split('/').at(-1)] },
        { path: ['c'], entries: [second.region.split('/').at(-1)] },
      ])
    })
  })

  describe('by whatever door', () => {
    const doors: Record<string, (path: string, name: string) => Promise<unknown>> = {
      'REST as an editor': (path, name) => patch(path, editor, { name }),
      'REST as an administrator': (path, name) => patch(path, admin, { name }),
      'REST as an author': (path, name) => patch(path, author, { name }),
      'REST by nobody': (path, name) => product.call('PATCH', path, { body: { name } }),
      'REST with the key of a site': async (path, name) =>
        product.call('PATCH', path, { ...(await product.makeSite()), body: { name } }),
      'REST in bulk': (path, name) =>
        patch(`/regions?where[id][equals]=${path.split('/').at(-1) ?? ''}`, editor, { name }),
      GraphQL: async (path, name) => {
        const answer = await product.graphql(
          `mutation { updateRegion(id: "${path.split('/').at(-1) ?? ''}", data: { name: "${name}" }) { name } }`,
          editor,
        )
        expect(answer.get('errors.0.extensions.code'), answer.text).toBe('proposed')
      },
      'the Local API without a person': (path, name) =>
        product.payload.update({
          collection: 'regions',
          id: path.split('/').at(-1) ?? '',
          data: { name },
          overrideAccess: true,
        }),
      'payload.db': (path, name) =>
        product.payload.db.updateOne({
          collection: 'regions',
          id: path.split('/').at(-1) ?? '',
          data: { name },
        }),
      'payload.db for many': (path, name) =>
        product.payload.db.updateMany({
          collection: 'regions',
          where: { id: { equals: path.split('/').at(-1) } },
          data: { name },
        }),
    }
    it.each(Object.keys(doors))('nobody changes it alone by %s', async (door) => {
      const { region } = await makeShown()
      const before = (await get(region, editor)).get('name')
      await doors[door]?.(region, `Allein ${randomUUID()}`)
      expect((await get(region, editor)).get('name')).toBe(before)
    })

    it.each(['authoring', 'worker'] as const)('nor by SQL as %s', async (role) => {
      const { region, profession } = await makeShown()
      const client = await product.connect(role)
      const [regionId, professionId] = [region, profession].map((path) => path.split('/').at(-1))
      try {
        for (const [statement, id] of [
          ['UPDATE regions SET name = $2 WHERE id = $1', regionId],
          ['UPDATE professions SET name = $2 WHERE id = $1', professionId],
          [
            'INSERT INTO professions_texts (parent_id, path, "order", text) VALUES ($1, \'aliases\', 1, $2)',
            professionId,
          ],
          [
            'INSERT INTO regions_texts (parent_id, path, "order", text) VALUES ($1, \'postalCodes\', 1, $2)',
            regionId,
          ],
        ] as const) {
          await expect(client.query(statement, [id, 'x']), statement).rejects.toThrow(
            /through the product|permission denied/,
          )
        }
        // With an event of its own, which it can add but not prove.
        await client.query('BEGIN')
        await expect(
          (async () => {
            await client.query(
              `INSERT INTO workflow_events (id, kind, document_collection, document, transition)
               VALUES (gen_random_uuid(), 'reference', 'regions', $1, 'confirmProposal')`,
              [regionId],
            )
            await client.query('UPDATE regions SET name = $2 WHERE id = $1', [regionId, 'x'])
            await client.query('COMMIT')
          })(),
        ).rejects.toThrow(/through the product|permission denied/)
        await client.query('ROLLBACK')
      } finally {
        await client.end()
      }
    })

    it('nor does SQL make, change or decide a proposal', async () => {
      const { region } = await makeShown()
      const id = await propose(region, editor, { name: `Ort ${randomUUID()}` })
      const client = await product.connect('authoring')
      try {
        for (const statement of [
          `UPDATE reference_proposals SET after = '{"name":"x"}' WHERE id = $1`,
          `UPDATE reference_proposals SET proposed_by = 'x' WHERE id = $1`,
          `UPDATE reference_proposals SET status = 'confirmed', decided_by = 'x', decided_at = now() WHERE id = $1`,
          `DELETE FROM reference_proposals WHERE id = $1`,
        ]) {
          await expect(client.query(statement, [id]), statement).rejects.toThrow(
            /through the product|decided once|permission denied/,
          )
        }
      } finally {
        await client.end()
      }
      // Not even whoever owns the table makes another proposal of it, or decides one again.
      const { region: settled } = await makeShown()
      const decided = await propose(settled, editor, { name: `Ort ${randomUUID()}` })
      expect((await decideSeen(decided, 'confirm', other)).status).toBe(200)
      for (const [proposal, change] of [
        [id, 'id = gen_random_uuid()'],
        [id, `collection = 'professions'`],
        [id, 'entry = gen_random_uuid()'],
        [id, `proposed_by = 'x'`],
        [decided, `status = 'open'`],
        [decided, `status = 'rejected'`],
        [decided, `after = '{"name":"x"}'`],
      ] as const) {
        const changing = product.sql.query(
          `UPDATE reference_proposals SET ${change} WHERE id = $1`,
          [proposal],
        )
        await expect(changing, change).rejects.toThrow('a proposal is decided once')
      }
      // Nor take one off the record.
      await expect(
        product.sql.query('DELETE FROM reference_proposals WHERE id = $1', [id]),
      ).rejects.toThrow('a proposal stays on record')
    })
  })
})
