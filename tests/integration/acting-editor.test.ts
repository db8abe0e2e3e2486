import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkingCopy } from '#editorial/copies.ts'
import { relationId } from '#model/documents.ts'
import { mayActAsEditor } from '#workflow/acting-editor.ts'
import { readAssignment } from '#workflow/facts/assignments.ts'
import { writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// Whether somebody may act on a text who does not call: a planner, who has claimed it, who could be asked.

describe('whether somebody may act as an editor on a text', () => {
  let product: Product
  let author: SignedIn
  let admin: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    admin = await product.signIn('admin')
  })
  afterAll(() => product.close())

  const change = (id: string, data: Record<string, unknown>) =>
    product.payload.update({ collection: 'users', id, data, overrideAccess: true })
  const deskOf = async (regions: string[]) => {
    const data = { name: `Ressort ${String(Math.random())}`, regions }
    return (await product.payload.create({ collection: 'desks', data, overrideAccess: true })).id
  }
  const read = async (id: string) => {
    const req = await product.localRequest()
    const working = await readWorkingCopy({ collection: 'regional-sections', id, req })
    if (!working) throw new Error('The text is gone.')
    return { req, working, assignment: await readAssignment(req, id) }
  }
  const regionOf = async (id: string) => {
    const { working } = await read(id)
    return relationId(working.region) ?? ''
  }
  const leave = (id: string) =>
    product.sql.query('UPDATE users SET deactivated_at = now() WHERE id = $1', [id])
  const assignReviewer = async (text: string, reviewer: string) => {
    const path = `/regional-sections/${text}/workflow/assignment`
    const answer = await product.call('PATCH', path, { ...admin, body: { reviewer } })
    expect(answer.status, answer.text).toBe(200)
  }
  const delegate = async (from: string, to: string) => {
    const endsAt = new Date(Date.now() + 3_600_000).toISOString()
    const answer = await product.call('POST', '/delegations', {
      ...admin,
      body: { from, to, endsAt },
    })
    expect(answer.status, answer.text).toBe(201)
  }

  type Make = (text: string) => Promise<string>
  const editor = async (desks: string[] = []) => (await product.signIn('editor', { desks })).id
  const elsewhere = async () =>
    editor([await deskOf([await regionOf(await writeSection(product, author))])])
  const cases: readonly [who: string, make: Make, may: boolean][] = [
    ['an editor without a desk', () => editor(), true],
    ['an editor of its desk', async (text) => editor([await deskOf([await regionOf(text)])]), true],
    ['an editor of another desk', elsewhere, false],
    ['an administrator', () => Promise.resolve(admin.id), true],
    ['its author', () => Promise.resolve(author.id), false],
    [
      'an account that is gone',
      () => Promise.resolve('00000000-0000-4000-8000-000000000000'),
      false,
    ],
    ['no account at all', () => Promise.resolve('nobody'), false],
    [
      'an editor of another desk who is to review it',
      async (text) => {
        const id = await elsewhere()
        await assignReviewer(text, id)
        return id
      },
      true,
    ],
    [
      'an editor who stands in for one of its desk',
      async (text) => {
        const id = await elsewhere()
        await delegate(await editor([await deskOf([await regionOf(text)])]), id)
        return id
      },
      true,
    ],
    [
      'an editor who stood in for one who has left',
      async (text) => {
        const [id, other] = [
          await elsewhere(),
          await editor([await deskOf([await regionOf(text)])]),
        ]
        await delegate(other, id)
        await leave(other)
        return id
      },
      false,
    ],
    [
      'an editor who has become an author',
      async () => {
        const id = await editor()
        await change(id, { role: 'author' })
        return id
      },
      false,
    ],
    [
      'an editor who has left',
      async () => {
        const id = await editor()
        await leave(id)
        return id
      },
      false,
    ],
    [
      'its reviewer who has left',
      async (text) => {
        const id = await elsewhere()
        await assignReviewer(text, id)
        await leave(id)
        return id
      },
      false,
    ],
  ]
  it.each(cases)('%s', async (_, make, may) => {
    const text = await writeSection(product, author)
    const person = await make(text)
    const { req, working, assignment } = await read(text)
    expect(await mayActAsEditor(req, person, working, assignment)).toBe(may)
  })
})
