import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLive, makePair, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// Whose a text is, is judged on its working copy: what was true before gives nobody a way in.

describe('a text that was given to another author', () => {
  let product: Product
  let first: SignedIn
  let second: SignedIn
  let editor: SignedIn
  let reviewer: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    first = await product.signIn('author')
    second = await product.signIn('author')
    editor = await product.signIn('editor')
    reviewer = await product.signIn('editor')
  })
  afterAll(() => product.close())

  const path = (id: string) => `/regional-sections/${id}`
  const change = (id: string, person: SignedIn, headline: string, query = '') =>
    product.call('PATCH', `${path(id)}${query}`, { ...person, body: { headline } })
  const give = async (id: string, to: SignedIn | null) => {
    const body = { author: to?.id ?? null }
    const answer = await product.call('PATCH', path(id), { ...editor, body })
    expect(answer.status, answer.text).toBe(200)
  }
  const authorsOf = async (id: string) => {
    const { rows } = await product.sql.query<{ main: string | null; copy: string | null }>(
      `SELECT d.author_id AS main, v.version_author_id AS copy FROM regional_sections d
       JOIN _regional_sections_v v ON v.parent_id = d.id AND v.latest WHERE d.id = $1`,
      [id],
    )
    return rows[0]
  }
  const standings: Record<string, (id: string) => Promise<unknown>> = {
    'a draft': () => Promise.resolve(),
    approved: async (id) => {
      await transition(product, first, id, { transition: 'submit' })
      await transition(product, reviewer, id, { transition: 'approve' })
    },
    scheduled: async (id) => {
      await standings.approved?.(id)
      const publishAt = new Date(Date.now() + 86_400_000).toISOString()
      await transition(product, reviewer, id, { transition: 'schedule', publishAt })
    },
    live: async (id) => {
      await standings.approved?.(id)
      await transition(product, reviewer, id, { transition: 'publish' })
    },
  }
  /** Every way in which somebody may write the text of another; each gives its status. */
  const doors: Record<string, (id: string, by: SignedIn) => Promise<number>> = {
    'a save': async (id, by) => (await change(id, by, 'Von der alten Autorin')).status,
    'an autosave': async (id, by) =>
      (await change(id, by, 'Von der alten Autorin', '?draft=true&autosave=true')).status,
    'a save that names the author': async (id, by) => {
      const body = { headline: 'Wieder meins', author: by.id }
      return (await product.call('PATCH', path(id), { ...by, body })).status
    },
    GraphQL: async (id, by) => {
      const mutation = `updateRegionalSection(id: "${id}", draft: true, data: { headline: "X" }) { id }`
      const answer = await product.graphql(`mutation { ${mutation} }`, by)
      return answer.get('errors') === undefined ? 200 : 403
    },
    'a version of Payload’s brought back': async (id, by) => {
      const { rows } = await product.sql.query<{ id: string }>(
        'SELECT id FROM _regional_sections_v WHERE parent_id = $1 ORDER BY created_at LIMIT 1',
        [id],
      )
      const url = `/regional-sections/versions/${rows[0]?.id ?? ''}?draft=true`
      return (await product.call('POST', url, by)).status
    },
    'a text of the history brought back': async (id, by) => {
      const { rows } = await product.sql.query<{ digest: string }>(
        'SELECT digest FROM workflow_texts WHERE document = $1 ORDER BY written_at LIMIT 1',
        [id],
      )
      const url = `${path(id)}/workflow/texts/${rows[0]?.digest ?? ''}/restore`
      return (await product.call('POST', url, { ...by, body: {} })).status
    },
    'a deletion': async (id, by) => (await product.call('DELETE', path(id), by)).status,
    'a step': async (id, by) =>
      (await transition(product, by, id, { transition: 'submit' })).status,
  }

  it.each(
    Object.keys(standings).flatMap((standing) =>
      Object.keys(doors).map((door) => [standing, door] as const),
    ),
  )('%s, is not the old author’s any more, by %s', async (standing, door) => {
    const id = await writeSection(product, first, { headline: 'Vorher' })
    await standings[standing]?.(id)
    const stageBefore = (await product.call('GET', `${path(id)}/workflow`, editor)).get('state')
    await give(id, second)
    const status = await doors[door]?.(id, first)
    expect(status).toBe(403)
    const after = await product.call('GET', `${path(id)}/workflow`, editor)
    expect(after.get('state')).toBe(stageBefore)
    expect(await authorsOf(id)).toEqual({ main: second.id, copy: second.id })
    expect((await change(id, second, 'Von der neuen Autorin')).status).toBe(200)
    expect(await authorsOf(id)).toEqual({ main: second.id, copy: second.id })
  })

  it.each(['a version of Payload’s', 'a text of the history'])(
    'stays the new author’s when an editor brings back %s',
    async (what) => {
      const id = await writeSection(product, first, { headline: 'Vorher' })
      await change(id, first, 'Nachher')
      await give(id, second)
      await doors[`${what} brought back`]?.(id, editor)
      expect(await authorsOf(id)).toEqual({ main: second.id, copy: second.id })
      const text = await product.call('GET', `${path(id)}?draft=true`, editor)
      expect(text.get('headline')).toBe('Vorher')
    },
  )

  it('is on record, once for each change', async () => {
    const id = await writeSection(product, first)
    await give(id, second)
    await change(id, second, 'Etwas anderes')
    await give(id, second)
    await give(id, null)
    const workflow = await product.call('GET', `${path(id)}/workflow`, editor)
    const events = workflow.get('events')
    const changes = Array.isArray(events)
      ? events.filter(({ transition: name }: { transition: string }) => name === 'changeAuthor')
      : []
    expect(changes).toMatchObject([
      {
        kind: 'assignment',
        actor: { id: editor.id },
        data: { before: { author: second.id }, after: { author: null } },
      },
      { data: { before: { author: first.id }, after: { author: second.id } } },
    ])
  })

  it('is nobody’s to give to who writes no texts here', async () => {
    const id = await writeSection(product, first)
    const body = { author: '00000000-0000-4000-8000-000000000000' }
    const answer = await product.call('PATCH', path(id), { ...editor, body })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('author')
    expect(await authorsOf(id)).toEqual({ main: first.id, copy: first.id })
  })

  it('is no way for an editor of the desk that it has left', async () => {
    const pairs = [await makePair(product), await makePair(product)] as const
    const [desk, other] = await Promise.all(
      pairs.map(({ region }) =>
        product.payload.create({
          collection: 'desks',
          data: { name: `Ressort ${region}`, regions: [region] },
          overrideAccess: true,
        }),
      ),
    )
    const here = await product.signIn('editor', { desks: [desk?.id ?? ''] })
    const there = await product.signIn('editor', { desks: [other?.id ?? ''] })
    const id = await writeSection(product, first, pairs[0])
    expect((await change(id, there, 'X')).status).toBe(403)
    const moved = await product.call('PATCH', path(id), { ...here, body: pairs[1] })
    expect(moved.status, moved.text).toBe(200)
    for (const query of ['', '?draft=true&autosave=true']) {
      expect((await change(id, here, 'Von drüben', query)).status).toBe(403)
    }
    expect((await product.call('DELETE', path(id), here)).status).toBe(403)
    expect((await change(id, there, 'Von hier')).status).toBe(200)
  })

  it('goes live under the new author’s name alone, and the import stays with it', async () => {
    const id = await makeLive(product, { author: first, editor: reviewer })
    await give(id, second)
    const { rows } = await product.sql.query(
      `SELECT _status, author_id FROM regional_sections WHERE id = $1`,
      [id],
    )
    expect(rows).toEqual([{ _status: 'published', author_id: second.id }])
  })
})
