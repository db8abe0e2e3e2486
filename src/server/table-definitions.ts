import type pg from 'pg'
import { DefaultInText } from './configuration/faults.ts'

// Drizzle's definitions of the tables that SQL of ours speaks of, made from the catalogue of the migrated
// database: a statement that names a column that is not there does not compile.

/** Payload's tables that SQL of ours reads or writes, beside all those that are ours alone. */
const usedOfPayload: readonly string[] = [
  '_career_profiles_v',
  '_regional_sections_v',
  'career_profiles',
  'desks',
  'desks_rels',
  'import_runs',
  'job_references',
  'media',
  'payload_locked_documents',
  'payload_locked_documents_rels',
  'professions',
  'regional_sections',
  'regions',
  'sites',
  'sites_keys',
  'sources',
  'users',
  'users_rels',
  'users_sessions',
  'workflow_approvals',
  'workflow_events',
  'workflow_settings',
  'workflow_states',
]

const editorial = /^_?(?:career_profiles|regional_sections)(?:_|$)/

/** What of a document is no field of its text: the text is read and written by its fields alone. */
const headOfText =
  /^(?:id|parent_id|latest|autosave|created_at|updated_at|(?:version_)?(?:profession_id|region_id|author_id|digest|_status)|imported_from_(?:file|sha256|at))$/

/** Columns of texts that have a default: of Payload's own, and three that were there from the beginning. */
const defaultsOfTexts =
  /\.(?:id|created_at|updated_at|(?:version_)?(?:_status|provenance_origin))$|_salary_figures\.(?:currency|is_period_stated)$/

/** Columns that a trigger fills before anything is asked of them: an INSERT leaves them out. */
const stamped = /^workflow_events\.(?:hash|position)$/

interface Column {
  schema: string
  table: string
  kind: 'r' | 'v'
  name: string
  type: string
  isArray: boolean
  isNotNull: boolean
  isIdentity: boolean
  default: string | null
  /** The values of an enum, or of a check that lists them. */
  values: string[] | null
}

/** PostgreSQL's types, by the builder of Drizzle and what it is told. */
const builders: Readonly<Record<string, readonly [builder: string, options?: string]>> = {
  bool: ['boolean'],
  bytea: ['bytea'],
  date: ['date', `{ mode: 'string' }`],
  float8: ['doublePrecision'],
  int4: ['integer'],
  int8: ['bigint', `{ mode: 'number' }`],
  json: ['json'],
  jsonb: ['jsonb'],
  numeric: ['numeric', `{ mode: 'number' }`],
  text: ['text'],
  timestamptz: ['moment'],
  tsvector: ['tsvector'],
  uuid: ['uuid'],
  varchar: ['text'],
  xid8: ['xid8'],
}

/** Types that Drizzle has no builder for, or whose values are something else here. */
const customTypes: Readonly<Record<string, string>> = {
  bytea: `customType<{ data: Buffer }>({ dataType: () => 'bytea' })`,
  moment: `customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: momentFrom,
})`,
  tsvector: `customType<{ data: string }>({ dataType: () => 'tsvector' })`,
  xid8: `customType<{ data: string }>({ dataType: () => 'xid8' })`,
}

/** `payloadsTables`: all that Payload has made; what else is there is ours. */
export async function defineTables(
  client: pg.Client,
  schema: 'public' | 'delivery',
  payloadsTables: readonly string[],
): Promise<string> {
  const columns = (await findColumns(client, schema)).filter(
    ({ table, name }) =>
      (!payloadsTables.includes(table) || usedOfPayload.includes(table)) &&
      (!editorial.test(table) || headOfText.test(name)),
  )
  const used = new Set<string>()
  const definitions = [...new Set(columns.map(({ table }) => table))].map((table) =>
    defineTable(
      table,
      columns.filter((column) => column.table === table),
      used,
    ),
  )
  const isInSchema = schema !== 'public'
  const imported = [...used]
    .filter((name) => !(name in customTypes))
    .concat('customType', isInSchema ? 'pgSchema' : 'pgTable')
    .sort()
  return [
    '// Made by "npm run generate" from the database after all migrations. Not to be changed by hand.',
    '',
    `import { sql } from 'drizzle-orm'`,
    `import { ${imported.join(', ')} } from 'drizzle-orm/pg-core'`,
    ...(used.has('moment') ? [`import { momentFrom } from '#model/moment.ts'`] : []),
    `import type { Json } from './json-columns.ts'`,
    '',
    ...Object.entries(customTypes)
      .filter(([name]) => used.has(name))
      .map(([name, definition]) => `const ${name} = ${definition}`),
    ...(isInSchema ? [`const ${schema} = pgSchema('${schema}')`] : []),
    '',
    ...definitions,
  ].join('\n')
}

/**
 * Refuses columns of texts that have a default: adding one fills the rows that are there, and the text
 * of an approval becomes another one. @throws DefaultInText naming the columns
 */
export async function refuseDefaultsInTexts(client: pg.Client): Promise<void> {
  const found = (await findColumns(client, 'public'))
    .filter(({ table, ...column }) => editorial.test(table) && column.default !== null)
    .map(({ table, name }) => `${table}.${name}`)
    .filter((column) => !defaultsOfTexts.test(column))
  if (found.length === 0) return
  throw new DefaultInText(
    `These columns of texts have a DEFAULT: ${found.join(', ')}. It would fill the texts that are there, and their digests would be others. Take the migration back and give the field no defaultValue, or one that is a function. A checkbox that is required has one by itself.`,
  )
}

async function findColumns(client: pg.Client, schema: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT n.nspname AS schema, c.relname AS "table", c.relkind AS kind, a.attname AS name,
       CASE WHEN t.typcategory = 'A' THEN e.typname WHEN t.typtype = 'e' THEN 'text' ELSE t.typname END
         AS type,
       t.typcategory = 'A' AS "isArray",
       -- A column of a view is as the one that it shows; ARRAY(…) is never null.
       a.attnotnull OR c.relkind = 'v' AND (t.typcategory = 'A' OR EXISTS (
         SELECT FROM pg_rewrite w JOIN pg_depend d ON d.objid = w.oid AND d.classid = 'pg_rewrite'::regclass
         JOIN pg_attribute b ON b.attrelid = d.refobjid AND b.attnum = d.refobjsubid
         WHERE w.ev_class = c.oid AND b.attname IN (a.attname, a.attname || '_id') AND b.attnotnull))
         AS "isNotNull",
       a.attidentity = 'a' AS "isIdentity", pg_get_expr(f.adbin, f.adrelid) AS default,
       coalesce(
         (SELECT array_agg(l.enumlabel::text ORDER BY l.enumsortorder) FROM pg_enum l
          WHERE l.enumtypid = t.oid),
         (SELECT array_agg(value[1]) FROM pg_constraint k,
            regexp_matches(substring(pg_get_constraintdef(k.oid)
              FROM '^CHECK \\(\\(' || a.attname || ' = ANY \\(ARRAY\\[(.*)\\]\\)\\)\\)$'), '''(\\w+)''', 'g') value
          WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum])) AS values
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem
     LEFT JOIN pg_attrdef f ON f.adrelid = c.oid AND f.adnum = a.attnum
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY c.relname COLLATE "C", a.attname COLLATE "C"`,
    [schema],
  )
  return rows
}

/** A view as a table: of the columns of a view Drizzle makes proxies, which each value of a row is read through. */
function defineTable(table: string, columns: readonly Column[], used: Set<string>): string {
  const [first] = columns
  const names = columns.map(({ name }) => camelCase(name))
  if (new Set(names).size < names.length) throw new Error(`Two columns of ${table} have one name.`)
  const isInSchema = first?.schema !== 'public'
  const make = isInSchema ? `${first?.schema ?? ''}.table` : 'pgTable'
  return [
    `export const ${camelCase(table)} = ${make}('${table}', {`,
    ...columns.map((column) => `  ${camelCase(column.name)}: ${defineColumn(column, used)},`),
    '})',
    '',
  ].join('\n')
}

function defineColumn(column: Column, used: Set<string>): string {
  const { schema, table, name, type, values } = column
  const preset = stamped.test(`${table}.${name}`) ? 'NULL' : column.default
  const [builder, options] = builders[type] ?? []
  if (builder === undefined) throw new Error(`${table}.${name} is ${type}, which has no builder.`)
  used.add(builder)
  const told = values ? `{ enum: [${values.map((value) => `'${value}'`).join(', ')}] }` : options
  return [
    `${builder}('${name}'${told === undefined ? '' : `, ${told}`})`,
    type.startsWith('json') ? `.$type<Json<'${schema}.${table}.${name}'>>()` : '',
    column.isArray ? '.array()' : '',
    column.isNotNull ? '.notNull()' : '',
    column.isIdentity ? '.generatedAlwaysAsIdentity()' : '',
    preset === null ? '' : `.default(sql\`${preset.replaceAll('`', '\\`')}\`)`,
  ].join('')
}

function camelCase(name: string): string {
  return name.replace(/^_+/, '').replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase())
}
