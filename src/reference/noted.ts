import type { ReferenceCollection } from '#model/reference-collections.ts'

/** What a caller is told of a proposal that their change has become. */
export interface NotedProposal {
  id: string
  collection: ReferenceCollection
  entry: string
  /** How many texts show what changes (live, in review, approved, scheduled), and how many sites show the live ones. */
  texts: number
  sites: number
}

// A name: what stands in a request's context under a Symbol alone, Payload loses with the next operation.
const NOTED = 'referenceProposals'

/** Keeps in a request what its changes became, for the answer to it. */
export function noteProposal(context: object, proposal: NotedProposal): void {
  const others = notedProposals(context).filter(({ id }) => id !== proposal.id)
  Reflect.set(context, NOTED, [...others, proposal])
}

/** The proposals that the changes of a request became. */
export function notedProposals(context: object): readonly NotedProposal[] {
  const noted: unknown = Reflect.get(context, NOTED)
  return Array.isArray(noted) ? (noted as readonly NotedProposal[]) : []
}
