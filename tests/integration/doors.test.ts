import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bodyOf, makeLive, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { appendProved } from '#support/proved-events.ts'

describe('no door beside the workflow', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let admin: SignedIn
  let site: { authorization: string }
  let id: string
  let before: string

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    admin = await product.signIn('admin')
    site = await product.makeSite()
  })
  afterAll(() => product.close())
  beforeEach(async () => {
    id = await makeLive(product, { author, editor })
    before = await whatASiteGets()
    await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: { headline: 'Entwurf' },
    })
  })

  const whatASiteGets = async () => {
    const rest = await product.call('GET', `/regional-sections/${id}?depth=2`, site)
    const graphql = await product.graphql(
      `{ RegionalSection(id: "${id}") { headline intro digest sections { kind heading body } } }`,
      site,
    )
    expect(rest.status).toBe(200)
    return rest.text + graphql.text
  }
  const path = () => `/regional-sections/${id}`
  const expectUntouched = async () => {
    expect(await whatASiteGets()).toBe(before)
  }

  it.each([
    ['without draft', '', { headline: 'X' }],
    ['with draft=false', '?draft=false', { headline: 'X' }],
    ['with draft=true', '?draft=true', { headline: 'X' }],
    ['with autosave', '?draft=true&autosave=true', { headline: 'X' }],
    ['to published', '', { headline: 'X', _status: 'published' }],
    ['to published as a draft', '?draft=true', { _status: 'published' }],
    ['to draft', '', { _status: 'draft' }],
    ['publishing a locale', '?publishSpecificLocale=de', { headline: 'X' }],
    ['publishing all locales', '?publishAllLocales=true', { headline: 'X' }],
    ['unpublishing all locales', '?unpublishAllLocales=true', {}],
    ['to the trash', '', { deletedAt: new Date().toISOString() }],
    ['of the digest', '', { digest: 'f'.repeat(64) }],
    ['over a lock', '?overrideLock=true', { headline: 'X' }],
  ])('PATCH %s leaves what is live', async (_, query, body) => {
    for (const person of [author, editor, admin]) {
      await product.call('PATCH', `${path()}${query}`, { ...person, body })
      await expectUntouched()
    }
  })

  it('refuses native publishing with a message that says where to go', async () => {
    const answer = await product.call('PATCH', path(), {
      ...editor,
      body: { _status: 'published' },
    })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('transitions')
  })

  it('makes no second live copy by create or duplicate', async () => {
    const created = await product.call('POST', '/regional-sections', {
      ...editor,
      body: { headline: 'X', intro: 'x', _status: 'published' },
    })
    expect(created.status).toBe(403)
    for (const query of ['', '?draft=false', '?draft=true']) {
      await product.call('POST', `${path()}/duplicate${query}`, { ...editor, body: {} })
    }
    const { totalDocs } = await product.payload.find({
      collection: 'regional-sections',
      where: { _status: { equals: 'published' }, headline: { equals: 'Eine Überschrift' } },
      overrideAccess: true,
    })
    const live = await product.sql.query(
      `SELECT count(*)::int AS n FROM regional_sections WHERE _status = 'published'`,
    )
    expect(live.rows).toEqual([{ n: totalDocs }])
    await expectUntouched()
  })

  it('restores a version as a working copy only', async () => {
    await product.call('PATCH', path(), { ...author, body: { headline: 'Noch ein Entwurf' } })
    const { docs } = await product.payload.findVersions({
      collection: 'regional-sections',
      where: { parent: { equals: id } },
      overrideAccess: true,
    })
    expect(docs.length).toBeGreaterThan(2)
    for (const version of docs) {
      for (const query of ['', '?draft=false', '?draft=true']) {
        const url = `/regional-sections/versions/${version.id}${query}`
        const answer = await product.call('POST', url, editor)
        if (query !== '?draft=true') expect(answer.status).toBe(403)
        await expectUntouched()
      }
    }
  })

  it('is not changed in bulk', async () => {
    const everything = '?where[id][exists]=true'
    for (const person of [author, editor, admin]) {
      for (const query of [everything, `${everything}&draft=true`]) {
        await product.call('PATCH', `/regional-sections${query}`, {
          ...person,
          body: { headline: 'X', _status: 'published' },
        })
        await product.call('PATCH', `/regional-sections${query}`, {
          ...person,
          body: { intro: 'X' },
        })
        await product.call('DELETE', `/regional-sections${query}`, person)
        await expectUntouched()
      }
    }
  })

  it('does not go in bulk, nor do drafts', async () => {
    const other = await writeSection(product, author)
    for (const person of [author, editor, admin]) {
      const answer = await product.call(
        'DELETE',
        '/regional-sections?where[id][exists]=true',
        person,
      )
      expect(answer.status).toBe(403)
    }
    expect(
      (await product.call('GET', `/regional-sections/${other}?draft=true`, editor)).status,
    ).toBe(200)
  })

  it('is not deleted while it is live', async () => {
    expect((await product.call('DELETE', path(), author)).status).toBe(403)
    for (const person of [editor, admin]) {
      const answer = await product.call('DELETE', path(), person)
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('live')
      await expectUntouched()
    }
    await transition(product, editor, id, { transition: 'unpublish' })
    expect((await product.call('DELETE', path(), editor)).status).toBe(200)
  })

  it('is not changed over GraphQL', async () => {
    const data = 'headline: "X"'
    for (const [refusal, mutation] of [
      [403, `updateRegionalSection(id: "${id}", data: { ${data}, _status: published }) { id }`],
      [403, `updateRegionalSection(id: "${id}", data: { _status: published }, draft: true) { id }`],
      [null, `updateRegionalSection(id: "${id}", draft: false, data: { ${data} }) { id }`],
      [null, `updateRegionalSection(id: "${id}", draft: true, data: { ${data} }) { id }`],
      [403, `deleteRegionalSection(id: "${id}") { id }`],
    ] as const) {
      const answer = await product.graphql(`mutation { ${mutation} }`, editor)
      expect(answer.get('errors.0.extensions.statusCode') ?? null, answer.text).toBe(refusal)
      await expectUntouched()
    }
    for (const name of ['duplicate', 'publish', 'unpublish', 'schedulePublish']) {
      const mutation = `mutation { ${name}RegionalSection(id: "${id}") { id } }`
      expect((await product.graphql(mutation, admin)).text).toContain('Cannot query field')
    }
  })

  it('is not changed by the Local API, with or without access control', async () => {
    const body = bodyOf('Heimlich.')
    for (const options of [
      { draft: false, data: { headline: 'X' } },
      { draft: false, data: { headline: 'X', _status: 'published' as const } },
      { draft: true, data: { _status: 'published' as const } },
      { draft: false, data: { sections: [{ kind: 'aufgaben' as const, body }] } },
      { draft: false, data: { _status: 'draft' as const } },
    ]) {
      await product.payload
        .update({ collection: 'regional-sections', id, overrideAccess: true, ...options })
        .catch((error: unknown) => error)
      await expectUntouched()
    }
    const deleting = product.payload.delete({
      collection: 'regional-sections',
      id,
      overrideAccess: true,
    })
    await expect(deleting).rejects.toThrow('live')
    await expectUntouched()
  })

  it('is not changed by payload.db, which skips every hook', async () => {
    const { db } = product.payload
    const collection = 'regional-sections'
    for (const data of [
      { headline: 'X' },
      { _status: 'draft' },
      { sections: [] },
      { salaryFigures: [] },
    ]) {
      await expect(db.updateOne({ collection, id, data })).rejects.toThrow()
      await expectUntouched()
    }
    await expect(db.deleteOne({ collection, where: { id: { equals: id } } })).rejects.toThrow()
    await expectUntouched()
  })

  it.each([
    ['what is live changes', `UPDATE regional_sections SET headline = 'X' WHERE id = $1`],
    ['what is live goes', `UPDATE regional_sections SET _status = 'draft' WHERE id = $1`],
    [
      'what is live changes',
      `UPDATE regional_sections_sections SET heading = 'X' WHERE _parent_id = $1`,
    ],
    ['what is live changes', `DELETE FROM regional_sections_sections WHERE _parent_id = $1`],
    [
      'what is live changes',
      `UPDATE regional_sections_salary_figures SET max = 1 WHERE _parent_id = $1`,
    ],
    ['cannot be deleted', `DELETE FROM regional_sections WHERE id = $1`],
    ['what is live changes', `UPDATE regional_sections SET updated_at = now() WHERE id = $1`],
    ['what is live changes', `UPDATE regional_sections SET created_at = now() WHERE id = $1`],
    [
      'what is live changes',
      `DELETE FROM professions WHERE id = (SELECT profession_id FROM regional_sections WHERE id = $1)`,
    ],
    [
      'goes live by the transition publish',
      `INSERT INTO regional_sections (headline, digest, _status)
       SELECT headline, digest, 'published' FROM regional_sections WHERE id = $1`,
    ],
    ['append-only', `DELETE FROM workflow_events WHERE document = $1`],
    ['append-only', `UPDATE workflow_events SET comment = 'X' WHERE document = $1`],
    ['append-only', `DELETE FROM workflow_approvals WHERE document = $1`],
    ['append-only', `UPDATE workflow_approvals SET digest = 'X' WHERE document = $1`],
    [
      'signs the digest that is in review',
      `INSERT INTO workflow_approvals (document_collection, document, digest, round, approved_by, approved_by_name)
       SELECT 'regional-sections', id::text, digest, round, 'x', 'x' FROM workflow_states WHERE id = $1`,
    ],
  ])('is not changed by plain SQL (%s): %s', async (reason, statement) => {
    await expect(product.sql.query(statement, [id])).rejects.toThrow(reason)
    await expectUntouched()
  })

  it('is not emptied by TRUNCATE', async () => {
    for (const table of ['regional_sections', 'regional_sections_sections', 'workflow_events']) {
      await expect(product.sql.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow()
    }
    await expectUntouched()
  })

  it('does not lose or change a part of itself in SQL under the event of another step', async () => {
    for (const step of ['unpublish', 'archive', 'publish']) {
      await product.sql.query('BEGIN')
      await appendProved(product.sql, {
        collection: 'regional-sections',
        document: id,
        transition: step,
        to: 'draft',
        digest: 'another digest',
      })
      await expect(
        product.sql.query(
          `UPDATE regional_sections_sections SET heading = 'Heimlich' WHERE _parent_id = $1`,
          [id],
        ),
      ).rejects.toThrow('what is live changes')
      await product.sql.query('ROLLBACK')
    }
    await expectUntouched()
  })

  it('does not go live in SQL without an approval of exactly this text', async () => {
    const other = await product.call('POST', '/regional-sections', {
      ...author,
      body: { headline: 'Y' },
    })
    const target = String(other.get('doc.id'))
    const { rows } = await product.sql.query<{ digest: string }>(
      'SELECT digest FROM workflow_states WHERE id = $1',
      [target],
    )
    await product.sql.query('BEGIN')
    await appendProved(product.sql, {
      collection: 'regional-sections',
      document: target,
      transition: 'publish',
      to: 'live',
      digest: rows[0]?.digest,
    })
    await expect(
      product.sql.query(`UPDATE regional_sections SET _status = 'published' WHERE id = $1`, [
        target,
      ]),
    ).rejects.toThrow('no valid approval')
    await product.sql.query('ROLLBACK')
  })
})
