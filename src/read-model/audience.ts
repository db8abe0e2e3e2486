import type { Values } from './query.ts'

/** Who reads, as far as that decides what is seen. */
export interface Audience {
  /** Id of the site; null: nobody in particular. */
  site: string | null
  /** The only regions, with all that lies in them; none: all. */
  regions: readonly string[]
  /** The only professions; none: all. */
  professions: readonly string[]
}

/** What is live for everyone. */
export const everyone: Audience = { site: null, regions: [], professions: [] }

/** A condition on documents `alias` that an audience may see. */
export function documentsOf(audience: Audience, values: Values, alias = 'd'): string {
  return `${sitesHold(audience, values, `${alias}.sites`)} AND ${scopeOf(audience, values, alias)}`
}

/** A condition: a column with the only sites that may show something does not keep the audience out. */
export function sitesHold({ site }: Audience, { add }: Values, column: string): string {
  return site === null
    ? `${column} = '{}'`
    : `(${column} = '{}' OR ${column} @> ARRAY[${add(site)}::uuid])`
}

/** A condition on rows `alias` with a profession and a region: they are in the audience's scope. */
export function scopeOf(audience: Audience, { add }: Values, alias: string): string {
  const conditions = ['true']
  if (audience.professions.length > 0) {
    conditions.push(`${alias}.profession = ANY (${add(audience.professions)}::uuid[])`)
  }
  if (audience.regions.length > 0) {
    conditions.push(`(${alias}.region IS NULL OR ${alias}.region IN (${regionIds(audience, add)}))`)
  }
  return conditions.join(' AND ')
}

/** A condition on jobs `alias` that are live now and that an audience may see. */
export function jobsOf(audience: Audience, { add }: Values, alias = 'j'): string {
  const conditions = [`(${alias}.valid_through IS NULL OR ${alias}.valid_through > now())`]
  if (audience.professions.length > 0) {
    conditions.push(`${alias}.profession = ANY (${add(audience.professions)}::uuid[])`)
  }
  if (audience.regions.length > 0) {
    conditions.push(`${alias}.region IN (${regionIds(audience, add)})`)
  }
  return conditions.join(' AND ')
}

/** A condition on professions `alias` that an audience may see. */
export function professionsOf(audience: Audience, { add }: Values, alias = 'p'): string {
  return audience.professions.length === 0
    ? 'true'
    : `${alias}.id = ANY (${add(audience.professions)}::uuid[])`
}

/** A condition on regions `alias` that an audience may see. */
export function regionsOf(audience: Audience, { add }: Values, alias = 'r'): string {
  return audience.regions.length === 0
    ? 'true'
    : `${alias}.within && ${add(audience.regions)}::uuid[]`
}

function regionIds(audience: Audience, add: Values['add']): string {
  return `SELECT id FROM delivery.regions WHERE within && ${add(audience.regions)}::uuid[]`
}
