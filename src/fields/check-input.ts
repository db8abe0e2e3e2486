import type {
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  FlattenedField,
  GlobalBeforeOperationHook,
  GlobalBeforeValidateHook,
  GlobalConfig,
  PayloadRequest,
} from 'payload'
import { editorialCollections, isRecord } from '#model/documents.ts'
import { findJsonProblem, textLimits, type JsonLimits } from '#model/json-limits.ts'
import { refuseSortByOthers } from './check-sort.ts'
import { findShapeProblems, listRelations } from './input-shape.ts'
import { withLimits } from './limits.ts'
import { invalidFields, type FieldProblem } from './invalid-fields.ts'
import { findMissingRelations } from './missing-relations.ts'

/**
 * A collection that takes nothing its fields cannot hold, working copies included: every value has
 * the type of its field, and every relation leads to an entry. It is sorted by fields of its own.
 */
export function withInputChecks(collection: CollectionConfig): CollectionConfig {
  const { hooks } = collection
  return {
    ...collection,
    fields: withLimits(collection.fields),
    hooks: {
      ...hooks,
      beforeOperation: [refuseMalformed, refuseSortByOthers, ...(hooks?.beforeOperation ?? [])],
      beforeValidate: [refuseMissingRelations, ...(hooks?.beforeValidate ?? [])],
    },
  }
}

/** A global that takes nothing its fields cannot hold, as `withInputChecks` says it of collections. */
export function withInputChecksOfGlobal(global: GlobalConfig): GlobalConfig {
  const { hooks } = global
  return {
    ...global,
    fields: withLimits(global.fields),
    hooks: {
      ...hooks,
      beforeOperation: [refuseMalformedGlobal, ...(hooks?.beforeOperation ?? [])],
      // A global that judges its relations has better words for one that leads nowhere.
      beforeValidate: [...(hooks?.beforeValidate ?? []), refuseMissingRelationsOfGlobal],
    },
  }
}

/** What data is held against: the fields of a collection or of a global, by its name. */
interface Target {
  slug: string
  fields: readonly FlattenedField[]
  req: PayloadRequest
}

/** Before any hook has seen the data, for hooks trust in its shape. */
const refuseMalformed: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const { slug, flattenedFields, upload } = collection
  const data: unknown = Reflect.get(args, 'data')
  if (operation !== 'create' && operation !== 'update') {
    if (isShownInstead(operation, data)) judgeShape({ slug, fields: flattenedFields, req }, data)
    return
  }
  // A picture may be sent alone.
  if (data === undefined && upload) return
  judgeShape({ slug, fields: flattenedFields, req }, data)
}

const refuseMalformedGlobal: GlobalBeforeOperationHook = ({ args, global, operation, req }) => {
  const data: unknown = Reflect.get(args, 'data')
  if (operation === 'update' || isShownInstead(operation, data))
    judgeShape({ slug: global.slug, fields: global.flattenedFields, req }, data)
}

/** Whoever reads a document may send its data along, and sees that as it would be shown were it stored. */
function isShownInstead(operation: string, data: unknown): boolean {
  return operation === 'read' && data !== undefined && data !== null
}

function judgeShape({ slug, fields, req }: Target, data: unknown): void {
  const problems = isRecord(data)
    ? findProblems(slug, fields, data)
    : [{ path: 'body', message: { de: 'Erwartet wird ein Objekt.', en: 'Expected an object.' } }]
  if (problems.length > 0) throw invalidFields(slug, problems.slice(0, mostProblems), req)
}

/** A document as a whole, keys that are no fields included. A text has its own, a list of ids needs room. */
function limitsOf(slug: string): JsonLimits {
  return editorialCollections.some((editorial) => editorial === slug) ? textLimits : documentLimits
}
const documentLimits: JsonLimits = { longest: 2_000_000, deepest: 80 }
/** How many are told at once: nobody reads on, and an answer has a size too. */
const mostProblems = 100

function findProblems(
  slug: string,
  fields: readonly FlattenedField[],
  data: object,
): FieldProblem[] {
  const problems = findShapeProblems(fields, data)
  if (problems.length > 0) return problems
  const message = findJsonProblem(data, limitsOf(slug))
  return message ? [{ path: 'body', message }] : []
}

const refuseMissingRelations: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const { slug, flattenedFields: fields } = collection
  await judgeRelations({ slug, fields, req }, data, originalDoc)
  return data
}

const refuseMissingRelationsOfGlobal: GlobalBeforeValidateHook = async ({
  global,
  data,
  originalDoc,
  req,
}): Promise<unknown> => {
  const { slug, flattenedFields: fields } = global
  await judgeRelations({ slug, fields, req }, data, originalDoc)
  return data
}

/** Relations that a document has already are not asked for again: the database keeps them. */
async function judgeRelations(
  { slug, fields, req }: Target,
  data: unknown,
  before: unknown,
): Promise<void> {
  const relationsOf = (value: unknown) => (isRecord(value) ? listRelations(fields, value) : [])
  const known = new Set(relationsOf(before).map(({ id }) => id))
  const named = relationsOf(data).filter(({ id }) => !known.has(id))
  const problems = (await findMissingRelations(req, named)).map(
    ({ path, id, collection: target }): FieldProblem => ({
      path,
      message: {
        de: `Einen Eintrag "${id}" gibt es in "${target}" nicht.`,
        en: `There is no entry "${id}" in "${target}".`,
      },
    }),
  )
  if (problems.length > 0) throw invalidFields(slug, problems, req)
}
