import { serverRoles } from '#server/roles/grants.ts'
import { forgeries } from '#support/forgeries.ts'
import { attempt, type Expectation, type Knock, type MatrixDoor, type Reply } from '../door.ts'
import { isOpen, type Standing } from '../standings.ts'
import type { Tried } from '../tried.ts'

const headline = 'Heimlich'

/** What is live is refused; elsewhere the rows may change, and nobody on the net sees them. */
const refusedIfLive = ({ isLive }: Standing): Expectation =>
  isLive ? { to: 'refused' } : { to: 'untouched' }

/** Versions are rows beside: to change them is no trace of the workflow, and on no site. */
const untouched = (): Expectation => ({ to: 'untouched' })
const refused = (): Expectation => ({ to: 'refused' })

const adapterDoor = (
  name: string,
  expects: (standing: Standing) => Expectation,
  call: (knock: Knock) => Promise<unknown>,
): MatrixDoor => ({
  name: `payload.db: ${name}`,
  expects,
  isBelowAccess: true,
  knock: (knock) => attempt(() => call(knock)),
})

const db = ({ world }: Knock) => world.product.payload.db
const now = () => new Date().toISOString()

/** What Payload's database adapter offers: it skips every hook. */
const adapterDoors = ({ collection }: Tried): readonly MatrixDoor[] => [
  ...[
    { headline },
    { _status: 'draft' },
    { sections: [] },
    { salaryFigures: [] },
    { media: [] },
    { digest: 'f'.repeat(64) },
  ].map((data) =>
    adapterDoor(`updateOne of ${Object.keys(data).join()}`, refusedIfLive, (knock) =>
      db(knock).updateOne({ collection, id: knock.portrait.id, data }),
    ),
  ),
  adapterDoor('updateOne to published', refused, (knock) =>
    db(knock).updateOne({
      collection,
      id: knock.portrait.id,
      data: { _status: 'published', headline },
    }),
  ),
  adapterDoor('updateMany', refusedIfLive, (knock) =>
    db(knock).updateMany({
      collection,
      where: { id: { equals: knock.portrait.id } },
      data: { headline },
    }),
  ),
  adapterDoor('upsert', refusedIfLive, (knock) =>
    db(knock).upsert({
      collection,
      where: { id: { equals: knock.portrait.id } },
      data: { headline },
    }),
  ),
  adapterDoor('create, published', refused, (knock) =>
    db(knock).create({ collection, data: { headline, _status: 'published' } }),
  ),
  adapterDoor('deleteOne', refusedIfLive, (knock) =>
    db(knock).deleteOne({ collection, where: { id: { equals: knock.portrait.id } } }),
  ),
  adapterDoor('deleteMany', refusedIfLive, (knock) =>
    db(knock).deleteMany({ collection, where: { id: { equals: knock.portrait.id } } }),
  ),
  adapterDoor('updateVersion', untouched, (knock) =>
    db(knock).updateVersion({
      collection,
      id: String(knock.portrait.versions.at(-1)),
      versionData: { parent: knock.portrait.id, version: { headline, _status: 'published' } },
    }),
  ),
  adapterDoor('createVersion, published', untouched, (knock) =>
    db(knock).createVersion({
      collectionSlug: collection,
      parent: knock.portrait.id,
      autosave: false,
      createdAt: now(),
      updatedAt: now(),
      versionData: { id: knock.portrait.id, headline, _status: 'published' },
    }),
  ),
  adapterDoor('deleteVersions', untouched, (knock) =>
    db(knock).deleteVersions({
      collection,
      where: { parent: { equals: knock.portrait.id } },
    }),
  ),
]

/** Rows affected as a reply: none is as good as a refusal. */
async function statement({ world, portrait }: Knock, text: string): Promise<Reply> {
  return attempt(async () => {
    const { rowCount } = await world.asServer.query(text, [portrait.id])
    if (rowCount === 0) throw new Error('No row was concerned.')
    return rowCount
  })
}

const sqlDoor = (
  text: string,
  expects: (standing: Standing) => Expectation = refusedIfLive,
): MatrixDoor => ({
  name: `SQL: ${text}`,
  expects,
  isBelowAccess: true,
  knock: (knock) => statement(knock, text),
})

/** The tables that hold a text, by the column that names it; found in the database itself. */
const partsOfTexts = (table: string) => `
  SELECT table_name, column_name FROM information_schema.columns
  WHERE table_schema = 'public'
    AND ((table_name = '${table}' AND column_name = 'id')
      OR (table_name LIKE '${table.replaceAll('_', '\\_')}\\_%' AND column_name IN ('_parent_id', 'parent_id')))
  ORDER BY table_name`

interface Column {
  table_name: string
  column_name: string
}

/** Changes every column of every table that holds a live text: not one of them may give way. */
const everyColumn: MatrixDoor = {
  name: 'SQL: UPDATE of every column that holds a text',
  expects: refusedIfLive,
  isBelowAccess: true,
  knockOnAll: async (world) => {
    const { sql } = world.product
    const { rows: parts } = await sql.query<Column>(partsOfTexts(world.tried.table))
    const replies = new Map<string, Reply>()
    for (const { id, standing } of world.portraits) {
      const gaveWay: string[] = []
      for (const { table_name: table, column_name: key } of parts) {
        const { rows: columns } = await sql.query<Column>(
          `SELECT column_name FROM information_schema.columns
           WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'YES'
             AND column_name NOT IN ('author_id')`,
          [table],
        )
        for (const { column_name: column } of columns) {
          const change = `UPDATE ${table} SET ${column} = NULL WHERE ${key} = $1 AND ${column} IS NOT NULL`
          // Of a live text only: elsewhere every row may change, and the next cell needs it.
          if (!standing.isLive) continue
          const { rowCount } = await world.asServer
            .query(change, [id])
            .catch(() => ({ rowCount: 0 }))
          if (rowCount) gaveWay.push(`${table}.${column}`)
        }
      }
      replies.set(
        id,
        gaveWay.length > 0
          ? { status: 200, text: gaveWay.join(', ') }
          : { status: 403, text: 'refused' },
      )
    }
    return replies
  },
}

/** What somebody may try who has the role of the authoring plane in the database. */
const sqlDoors = ({ collection, table }: Tried): readonly MatrixDoor[] => [
  everyColumn,
  ...[
    `UPDATE ${table} SET headline = 'Heimlich' WHERE id = $1`,
    `UPDATE ${table} SET id = gen_random_uuid() WHERE id = $1`,
    `UPDATE ${table} SET updated_at = now() WHERE id = $1`,
    `UPDATE ${table} SET created_at = now() WHERE id = $1`,
    `UPDATE ${table}_sections SET heading = 'Heimlich' WHERE _parent_id = $1`,
    `UPDATE ${table}_sections SET _parent_id = gen_random_uuid() WHERE _parent_id = $1`,
    `UPDATE ${table}_sections SET _order = 7 WHERE _parent_id = $1`,
    `UPDATE ${table}_salary_figures SET max = 1 WHERE _parent_id = $1`,
    `DELETE FROM ${table}_sections WHERE _parent_id = $1`,
    `DELETE FROM ${table}_salary_figures WHERE _parent_id = $1`,
    `DELETE FROM ${table}_media WHERE _parent_id = $1`,
    `INSERT INTO ${table}_sections (_order, _parent_id, id, kind, heading)
     SELECT 9, _parent_id, id || '9', kind, 'Heimlich' FROM ${table}_sections WHERE _parent_id = $1`,
    `DELETE FROM ${table} WHERE id = $1`,
    `DELETE FROM professions WHERE id =
       (SELECT profession_id FROM ${table} WHERE id = $1)`,
    ...(collection === 'regional-sections'
      ? [`DELETE FROM regions WHERE id = (SELECT region_id FROM ${table} WHERE id = $1)`]
      : []),
    `UPDATE media SET alt = 'Heimlich' WHERE id IN
       (SELECT file_id FROM ${table}_media WHERE _parent_id = $1)`,
    `UPDATE media SET filename = 'heimlich.png' WHERE id IN
       (SELECT file_id FROM ${table}_media WHERE _parent_id = $1)`,
    `DELETE FROM media WHERE id IN
       (SELECT file_id FROM ${table}_media WHERE _parent_id = $1)`,
  ].map((text) => sqlDoor(text)),
  ...[
    `UPDATE ${table} SET _status = 'published' WHERE id = $1 AND _status <> 'published'`,
    `INSERT INTO ${table} (headline, digest, _status)
     SELECT headline, digest, 'published' FROM ${table} WHERE id = $1`,
    `DELETE FROM workflow_events WHERE document = $1::text`,
    `UPDATE workflow_events SET comment = 'Heimlich' WHERE document = $1::text`,
    `DELETE FROM workflow_approvals WHERE document = $1::text`,
    `UPDATE workflow_approvals SET digest = 'x' WHERE document = $1::text`,
    `UPDATE workflow_chains SET hash = 'x' WHERE chain = '${collection}/' || $1`,
    `DELETE FROM workflow_chains WHERE chain = '${collection}/' || $1`,
    // Whoever contributed cannot sign, not even here.
    `INSERT INTO workflow_approvals
       (document_collection, document, digest, round, approved_by, approved_by_name)
     SELECT '${collection}', id::text, digest, round, contributors ->> 0, 'x'
     FROM workflow_states WHERE id = $1`,
  ].map((text) => sqlDoor(text, refused)),
  ...[table, `${table}_sections`, 'workflow_events'].map((name) =>
    sqlDoor(`TRUNCATE ${name} CASCADE -- $1`, refused),
  ),
  {
    name: 'SQL: calling a text approved, and publishing it',
    isBelowAccess: true,
    expects: (standing) =>
      isOpen('publish', standing)
        ? { to: 'moved', after: { stage: 'live', isLive: true } }
        : { to: 'untouched' },
    knock: async ({ world, portrait }) => {
      const { call } = world.product
      const set = (stage: string) =>
        world.asServer.query(`UPDATE workflow_states SET stage = $2 WHERE id = $1`, [
          portrait.id,
          stage,
        ])
      const { stage } = portrait.standing
      // What is live is approved, and may go live again: there is nothing to gain.
      if (!isOpen('publish', portrait.standing) && stage !== 'live') await set('approved')
      const answer = await call('POST', `/${collection}/${portrait.id}/transitions`, {
        authorization: world.visitors.get('the administration')?.authorization,
        body: { transition: 'publish' },
      })
      if (answer.status !== 200) await set(stage)
      return answer
    },
  },
]

/** State, approval, event and text, or what may stand for them, in one transaction. */
const forgeryDoors = ({ collection, table }: Tried): readonly MatrixDoor[] =>
  serverRoles.flatMap((role) =>
    forgeries.map(({ name, statements }) => ({
      name: `SQL as the ${role}: ${name}`,
      expects: refused,
      isBelowAccess: true,
      knock: async ({ world, portrait: { id } }) => {
        const client = await world.product.connect(role)
        const signer = String(world.visitors.get('an editor')?.user?.id)
        try {
          return await attempt(async () => {
            await client.query('BEGIN')
            for (const text of statements({ collection, table, id, signer })) {
              await client.query(text)
            }
            await client.query('COMMIT')
          })
        } finally {
          await client.end()
        }
      },
    })),
  )

/** Every way to the rows, past all that is written in code. */
export const databaseDoors = (tried: Tried): readonly MatrixDoor[] => [
  ...adapterDoors(tried),
  ...sqlDoors(tried),
  ...forgeryDoors(tried),
]
