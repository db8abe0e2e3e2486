import type { FlattenedField, SanitizedConfig } from 'payload'
import { editorialCollections } from '#model/documents.ts'
import { jsonLimitsOf, longestOf, mostOf } from '#fields/limits.ts'

// The limits of fields as triggers of their tables. PostgreSQL counts characters, JavaScript units of UTF-16, and
// jsonb writes spaces and escapes that no one counted: so the database's limit is never the narrower of the two.

/** A column that must not hold more than so much. */
interface Limited {
  column: string
  measure: 'text' | 'json' | 'depth' | 'order'
  /** Which of the lists that share a table; '' where it has a table of its own. */
  path: string
  most: number
}

/** The table that holds the same of a document's versions, or of what is live. */
interface Twin {
  table: string
  /** What a document's own row is, whose columns are named otherwise there; '' for a row of a list. */
  standing: 'live' | 'version' | ''
}

/** The limits of each table, by its name. */
type Limits = Map<string, Limited[]>

const editorialRoots = editorialCollections.map(snakeCase)

/**
 * The triggers that hold every field of the configuration to its limit, as SQL: what
 * `migrations/functions/limits-of-fields.sql` says.
 */
export function describeLimits(config: SanitizedConfig): string {
  const limits = limitsOf(config)
  const twins = new Map<string, Twin>()
  for (const table of limits.keys()) {
    const root = editorialRoots.find((name) => table.startsWith(`_${name}_v`))
    if (root === undefined) continue
    const rest = table.slice(`_${root}_v`.length).replace(/^_version/, '')
    const own = `${root}${rest}`
    if (!limits.has(own)) continue
    const isRoot = rest === ''
    twins.set(own, { table, standing: isRoot ? 'live' : '' })
    twins.set(table, { table: own, standing: isRoot ? 'version' : '' })
  }
  const triggers = [...limits].sort(([left], [right]) => (left < right ? -1 : 1))
  return [
    '-- Made by "npm run generate" from the limits of the fields. Not to be changed by hand.\n',
    ...triggers.map(([table, limited]) => triggerOf(table, limited, twins.get(table))),
  ].join('\n')
}

/** The tables that have such limits. */
export function limitedTables(config: SanitizedConfig): ReadonlySet<string> {
  return new Set(limitsOf(config).keys())
}

function limitsOf({ collections, globals }: SanitizedConfig): Limits {
  const limits: Limits = new Map()
  for (const { slug, flattenedFields } of [...collections, ...globals]) {
    if (slug.startsWith('payload-')) continue
    const root = snakeCase(slug)
    collect(limits, flattenedFields, { root, table: root, column: '', path: '' })
    if (!editorialRoots.includes(root)) continue
    const versions = `_${root}_v`
    const place = { root: versions, column: 'version_', path: 'version.' }
    collect(limits, flattenedFields, { ...place, table: versions, list: `${versions}_version` })
  }
  return limits
}

interface Place {
  root: string
  table: string
  /** What the names of columns begin with. */
  column: string
  /** What paths within lists shared by a table begin with. */
  path: string
  /** What the names of tables of rows begin with, where that is not the table's own. */
  list?: string
}

function collect(limits: Limits, fields: readonly FlattenedField[], place: Place): void {
  const { root, table, list = table } = place
  const add = (to: string, limited: Limited) => {
    limits.set(to, [...(limits.get(to) ?? []), limited])
  }
  for (const field of fields) {
    // Payload's own, of signing in: no data that somebody sends leads there.
    if (('virtual' in field && field.virtual === true) || isSecret(field)) continue
    const column = `${place.column}${snakeCase(field.name)}`
    const path = `${place.path}${field.name}`
    const most = mostOf(field)
    const longest = longestOf(field)
    const json = jsonLimitsOf(field)
    if (field.type === 'group' || field.type === 'tab') {
      collect(limits, field.flattenedFields, {
        ...place,
        column: `${column}_`,
        path: `${path}.`,
        list: `${list}_${snakeCase(field.name)}`,
      })
    } else if (field.type === 'array') {
      const rows = `${list}_${snakeCase(field.name)}`
      add(rows, { column: '_order', measure: 'order', path: '', most: most ?? 0 })
      collect(limits, field.flattenedFields, { root, table: rows, column: '', path: `${path}.` })
    } else if (most !== undefined) {
      // A choice of many has as many as there are words to choose from.
      if (field.type === 'select') continue
      const shared = field.type === 'text' ? `${root}_texts` : `${root}_rels`
      add(shared, { column: 'order', measure: 'order', path, most })
      if (longest !== undefined)
        add(shared, { column: 'text', measure: 'text', path, most: longest })
    } else if (longest !== undefined) {
      add(table, { column, measure: 'text', path: '', most: longest })
    } else if (json) {
      add(table, { column, measure: 'json', path: '', most: 4 * json.longest })
      add(table, { column, measure: 'depth', path: '', most: json.deepest })
    }
  }
}

const secrets: readonly string[] = ['hash', 'salt', 'resetPasswordToken', 'sessions', 'id']

function isSecret({ name }: FlattenedField): boolean {
  return secrets.includes(name)
}

/** Columns are named in the function's text only: no later migration finds them in use. */
export function triggerOf(
  table: string,
  limited: readonly Limited[],
  twin: Twin | undefined,
): string {
  const name = `limits_of_${table}`
  const conditions = limited.map(conditionOf).join('\n    OR ')
  const described = [
    table,
    ...[twin?.table ?? '', twin?.standing ?? ''],
    ...limited.flatMap(({ column, measure, path, most }) => [column, measure, path, String(most)]),
  ].map((text) => `'${text}'`)
  const [own, ...others] = described
  return `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ${conditions}
  THEN PERFORM public.refuse_oversize(${String(own)}, to_jsonb(NEW), ${others.join(', ')});
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER refuse_oversize BEFORE INSERT OR UPDATE ON public.${table}
  FOR EACH ROW EXECUTE FUNCTION ${name}();
`
}

function conditionOf({ column, measure, path, most }: Limited): string {
  const value = `NEW."${column}"`
  const condition = {
    text: `char_length(${value}) > ${String(most)}`,
    json: `char_length(${value}::text) > ${String(most)}`,
    depth: `jsonb_path_exists(${value}, 'lax $.**{${String(most + 1)}}')`,
    order: `${value} > ${String(most)}`,
  }[measure]
  return path === '' ? condition : `(NEW.path = '${path}' AND ${condition})`
}

/** As Payload names tables and columns. */
function snakeCase(name: string): string {
  return name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
