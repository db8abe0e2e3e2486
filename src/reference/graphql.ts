import type { Config } from 'payload'
import { isRecord } from '#model/documents.ts'
import { BecameProposal } from '#model/errors.ts'
import { notedProposals } from './noted.ts'
import { sayProposed } from './say-proposed.ts'

type Settings = NonNullable<Config['graphQL']>
type Extension = NonNullable<Settings['mutations']>

/**
 * The mutations that change an entry, which say of a change that became a proposal what it is: an error, since
 * an entry as it was looks saved. The proposal is committed by then, and stays.
 */
export function withProposals<T extends Settings & { mutations: Extension }>(settings: T): T {
  const mutations: Extension = (graphql, schema) => {
    for (const [name, field] of Object.entries<unknown>(schema.Mutation.fields)) {
      if (!name.startsWith('update') || !isRecord(field)) continue
      field.resolve = tellOfProposals(field.resolve)
    }
    return settings.mutations(graphql, schema)
  }
  return { ...settings, mutations }
}

function tellOfProposals(resolve: unknown) {
  if (typeof resolve !== 'function') throw new Error('The schema has another way to update.')
  return async (...all: readonly unknown[]): Promise<unknown> => {
    const before = notedIn(all[2])
    const answer: unknown = await Reflect.apply(resolve, undefined, all)
    // One request may change several entries: each is told of its own.
    const own = notedIn(all[2]).filter((noted) => !before.includes(noted))
    if (own.length > 0) throw new BecameProposal(sayProposed(own), own)
    return answer
  }
}

function notedIn(context: unknown) {
  const req = isRecord(context) ? context.req : undefined
  return isRecord(req) && isRecord(req.context) ? notedProposals(req.context) : []
}
