import type { HeldKind } from '#accounts/held/list.ts'
import { transition, writeSection } from './factories.ts'
import type { Answer } from './http.ts'
import type { Product, SignedIn } from './product.ts'

/** Has somebody hold one thing of a kind; gives a word by which it is found where it is shown. */
export type Hold = (person: SignedIn) => Promise<string>

/** What people can hold, made by the house's own doors. */
export function holding(
  product: Product,
  { admin, editor, author }: Record<'admin' | 'editor' | 'author', SignedIn>,
) {
  const call = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    by: SignedIn,
    body?: object,
  ): Promise<Answer> => {
    const answer = await product.call(method, path, { ...by, ...(body && { body }) })
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`)
    return answer
  }
  const take = async (by: SignedIn, id: string, body: Record<string, unknown>) => {
    const answer = await transition(product, by, id, body)
    if (answer.status !== 200) throw new Error(answer.text)
  }
  const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
  const inReview = async () => {
    const id = await writeSection(product, author)
    await take(author, id, { transition: 'submit' })
    return id
  }
  const assigned = async (as: 'author' | 'reviewer', person: string, more: object = {}) => {
    const id = await writeSection(product, author)
    const path = `/regional-sections/${id}/workflow/assignment`
    await call('PATCH', path, editor, { [as]: person, ...more })
    return id
  }
  const delegated = async (from: string, to: string) => {
    await call('POST', '/delegations', admin, { from, to, endsAt: days(1) })
    return editor.id
  }
  const hold: Readonly<Record<HeldKind, Hold>> = {
    plans: async (person) => {
      const id = await inReview()
      await take(editor, id, { transition: 'approve' })
      await take(person, id, { transition: 'schedule', publishAt: days(3) })
      return id
    },
    claims: async (person) => {
      const id = await inReview()
      await call('POST', `/regional-sections/${id}/workflow/claim`, person, {})
      return id
    },
    toWrite: ({ id }) => assigned('author', id, { dueAt: days(5) }),
    toReview: ({ id }) => assigned('reviewer', id, { dueAt: days(5) }),
    delegationsGiven: ({ id }) => delegated(id, editor.id),
    delegationsTaken: ({ id }) => delegated(editor.id, id),
    previews: async (person) => {
      const id = await writeSection(product, author)
      await call('POST', `/regional-sections/${id}/preview`, person, {})
      return id
    },
    expertLinks: async (person) => {
      const id = await inReview()
      await call('POST', `/regional-sections/${id}/workflow/expert-links`, person, {})
      return id
    },
    providerLinks: async ({ id }) => {
      // The door is there where there is a provider.
      const until = days(1)
      await product.sql.query('INSERT INTO provider_links (person, until) VALUES ($1, $2)', [
        id,
        until,
      ])
      return until.slice(0, 10)
    },
    proposals: async (person) => {
      const id = await inReview()
      await take(editor, id, { transition: 'approve' })
      await take(editor, id, { transition: 'publish' })
      const { rows } = await product.sql.query<{ region_id: string }>(
        'SELECT region_id FROM regional_sections WHERE id = $1',
        [id],
      )
      const region = rows[0]?.region_id ?? ''
      await call('PATCH', `/regions/${region}`, person, { name: `Ort ${id}` })
      return region
    },
    erasures: async (person) => {
      const id = await writeSection(product, author)
      const path = `/regional-sections/${id}/workflow/comments`
      const comment = await call('POST', path, author, { body: 'Zu löschen' })
      const subject = { kind: 'comment', comment: String(comment.get('id')) }
      const reason = 'Antrag nach Art. 17 DSGVO.'
      await call('POST', '/erasures', person, { subject, reason })
      return id
    },
  }
  return { hold, call, take, days, inReview, assigned }
}
