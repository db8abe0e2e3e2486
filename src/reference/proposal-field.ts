import type { Field } from 'payload'
import { nobodyWrites, onlyPeopleRead } from '#access/rules.ts'
import { relationId } from '#model/documents.ts'
import { notedProposals } from './noted.ts'

/**
 * What stands at the top of an entry's form while a proposal waits; and, in the answer to a change that became
 * one, that proposal (REST, GraphQL and the Local API alike).
 */
export function proposalFields(): Field[] {
  return [
    {
      name: 'proposal',
      type: 'json',
      virtual: true,
      access: { read: onlyPeopleRead, create: nobodyWrites, update: nobodyWrites },
      admin: {
        readOnly: true,
        components: { Field: '/src/admin/reference/WaitingProposal.tsx#WaitingProposal' },
      },
      hooks: {
        afterRead: [
          ({ data, req }) => {
            const entry = relationId(data)
            return notedProposals(req.context).find((noted) => noted.entry === entry) ?? null
          },
        ],
      },
    },
  ]
}
