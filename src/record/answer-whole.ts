import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook } from 'payload'

// Payload hands its hooks what it answers, and by `select` a caller says what that is: what nobody asked for would be
// told as if there were none.

/** Has a change be answered with the whole entry, of which its events tell. */
export const answerWhole: CollectionBeforeOperationHook = ({ args, operation }) =>
  operation === 'create' || operation === 'update' || operation === 'delete'
    ? withoutSelect(args)
    : undefined

/** The same of a global. */
export const answerWholeGlobal: GlobalBeforeOperationHook = ({ args, operation }): unknown =>
  operation === 'update' ? withoutSelect(args) : args

function withoutSelect<Args extends object>(args: Args): Args {
  return { ...args, select: undefined }
}
