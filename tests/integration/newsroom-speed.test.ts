import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateTexts } from '#support/many-texts.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { askForSignOffs } from '#support/sign-off-rules.ts'
import { scannedTables, statementsOf } from '#support/statements.ts'
import { readManyTexts } from '#support/thoroughness.ts'

// Speed is held by what PostgreSQL is asked: how many statements, and that none reads a large table
// from its first row to its last. How long it takes is printed by `npm run bench -- --newsroom`.

/** Tables that grow with the number of texts. */
const large = new Set([
  'newsroom_texts',
  'regional_sections',
  '_regional_sections_v',
  '_regional_sections_v_version_sections',
  'regional_sections_sections',
  'workflow_states',
  'workflow_texts',
  'workflow_approvals',
  'workflow_plans',
  'workflow_events',
])

describe('the newsroom with many texts', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let deskEditor: SignedIn
  let text: string

  beforeAll(async () => {
    product = await startProduct()
    await generateTexts(async (sql, values) => {
      const { rows } = await product.sql.query<Record<string, unknown>>(sql, [...(values ?? [])])
      return rows
    }, readManyTexts())
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    const { docs } = await product.payload.find({
      collection: 'regions',
      where: { slug: { like: 'viele-ort-1' } },
      limit: 30,
      overrideAccess: true,
    })
    const desk = await product.payload.create({
      collection: 'desks',
      data: { name: 'Viele', regions: docs.map(({ id }) => id) },
      overrideAccess: true,
    })
    deskEditor = await product.signIn('editor', { desks: [desk.id] })
    const { rows } = await product.sql.query<{ document: string }>(
      `SELECT document FROM newsroom_texts WHERE stage = 'in_review' ORDER BY document LIMIT 1`,
    )
    text = String(rows[0]?.document)
  }, 1_800_000)
  afterAll(() => product.close())

  const people = { author: () => author, editor: () => editor, deskEditor: () => deskEditor }

  it.each([
    ['home', 'author', '/newsroom/home', 40],
    ['home', 'editor', '/newsroom/home', 40],
    ['home', 'deskEditor', '/newsroom/home', 60],
    ['the list', 'editor', '/newsroom/texts', 10],
    ['the list by stage', 'editor', '/newsroom/texts?stage=in_review&sort=since', 10],
    ['the list by due date', 'editor', '/newsroom/texts?due=overdue&sort=due', 10],
    ['the list of what is live', 'editor', '/newsroom/texts?live=yes&sort=-live', 10],
    ['the list by words', 'editor', '/newsroom/texts?q=Ort+0123', 10],
    ['the list of what is planned', 'editor', '/newsroom/texts?planned=yes', 10],
    ['the list of a desk', 'deskEditor', '/newsroom/texts?desk=mine', 14],
    ['the list by title', 'editor', '/newsroom/texts?sort=title', 10],
    ['the queue', 'editor', '/newsroom/queue', 12],
    ['the next in the queue', 'editor', '/newsroom/queue/next', 10],
    ['the matrix', 'editor', '/newsroom/coverage', 10],
    ['a document', 'editor', '/regional-sections/{text}?draft=true&depth=0', 20],
    ["a document's workflow", 'editor', '/regional-sections/{text}/workflow', 40],
    ["a document's history", 'editor', '/regional-sections/{text}/workflow/texts', 30],
    ["a document's difference", 'editor', '/regional-sections/{text}/workflow/diff', 30],
  ] as const)('asks little of the database for %s, as %s', async (name, person, path, most) => {
    await expectLittle({ person, path, most, mayReadWhole: name === 'the matrix' })
  })

  describe('where sign-offs are asked for', () => {
    beforeAll(async () => {
      const admin = await product.signIn('admin')
      await askForSignOffs(product, admin, ['language', 'legal'], {
        legal: { by: 'named', people: [author.id] },
      })
    })

    it.each([
      ['what waits for a sign-off', 'author', '/newsroom/texts?awaiting=signOff&sort=since', 10],
      ['what waits for a sign-off', 'editor', '/newsroom/texts?awaiting=signOff&sort=since', 10],
      ['what waits for one kind', 'deskEditor', '/newsroom/texts?awaiting=language', 14],
      ['home', 'author', '/newsroom/home', 44],
      ['home', 'deskEditor', '/newsroom/home', 70],
    ] as const)('asks little for %s, as %s', async (_, person, path, most) => {
      await expectLittle({ person, path, most })
    })
  })

  async function expectLittle(options: {
    person: keyof typeof people
    path: string
    most: number
    mayReadWhole?: boolean
  }) {
    const { person, path, most, mayReadWhole = false } = options
    const statements = await statementsOf(product.payload, async () => {
      const answer = await product.call('GET', path.replace('{text}', text), people[person]())
      expect(answer.status, answer.text).toBe(200)
    })
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.length).toBeLessThanOrEqual(most)
    const scanned: string[] = []
    for (const statement of statements) {
      const tables = await scannedTables(product.sql, statement)
      // The matrix is every regional section: that one table is read whole, once, and is narrow.
      const isWhole = mayReadWhole && statement.text.includes('extract(epoch FROM')
      for (const table of tables) {
        if (large.has(table) && !isWhole) scanned.push(`${table}: ${statement.text.slice(0, 300)}`)
      }
    }
    expect(scanned).toEqual([])
  }
})
