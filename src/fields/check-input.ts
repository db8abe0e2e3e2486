import type {
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
} from 'payload'
import { isRecord } from '#model/documents.ts'
import { refuseSortByOthers } from './check-sort.ts'
import { findShapeProblems, listRelations } from './input-shape.ts'
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
    hooks: {
      ...hooks,
      beforeOperation: [refuseMalformed, refuseSortByOthers, ...(hooks?.beforeOperation ?? [])],
      beforeValidate: [refuseMissingRelations, ...(hooks?.beforeValidate ?? [])],
    },
  }
}

/** Before any hook has seen the data, for hooks trust in its shape. */
const refuseMalformed: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return
  const data: unknown = Reflect.get(args, 'data')
  if (data === undefined) return
  const problems = isRecord(data)
    ? findShapeProblems(collection.flattenedFields, data)
    : [{ path: 'body', message: { de: 'Erwartet wird ein Objekt.', en: 'Expected an object.' } }]
  if (problems.length > 0) throw invalidFields(collection.slug, problems, req)
}

/** Relations that a document has already are not asked for again: the database keeps them. */
const refuseMissingRelations: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const fields = collection.flattenedFields
  const before: unknown = originalDoc
  const known = new Set((isRecord(before) ? listRelations(fields, before) : []).map(({ id }) => id))
  const named = listRelations(fields, data ?? {}).filter(({ id }) => !known.has(id))
  const problems = (await findMissingRelations(req, named)).map(
    ({ path, id, collection: target }): FieldProblem => ({
      path,
      message: {
        de: `Einen Eintrag "${id}" gibt es in "${target}" nicht.`,
        en: `There is no entry "${id}" in "${target}".`,
      },
    }),
  )
  if (problems.length > 0) throw invalidFields(collection.slug, problems, req)
  return data
}
