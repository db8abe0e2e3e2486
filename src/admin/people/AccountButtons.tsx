'use client'

import { Button } from '@payloadcms/ui'
import type { PersonEntry } from '#accounts/overview.ts'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import type { Account } from './account.ts'

/** What an administrator may do about accounts. */
export interface Manage {
  sendLink: (person: PersonEntry) => void
  resetFactors: (person: PersonEntry) => void
  /** Where a provider of sign-ins is set up. */
  linkProvider?: (person: PersonEntry) => void
  renew: (person: PersonEntry) => void
  revoke: (person: PersonEntry) => void
  deactivate: (person: PersonEntry) => void
  reactivate: (person: PersonEntry) => void
}

/** What can be done about this account now. */
export function AccountButtons(props: { person: PersonEntry; account: Account; manage: Manage }) {
  const { person, account, manage } = props
  const { name } = person
  const { say } = useWords()
  const isActive = person.deactivatedAt === null
  const isOpen = isActive && account.invitation !== null && account.invitation.state !== 'accepted'
  const acts = [
    isActive && !isOpen ? ({ what: 'sendLink', of: 'people:sendLinkTo' } as const) : null,
    isActive && account.hasSecondFactor
      ? ({ what: 'resetFactors', of: 'people:resetFactorsOf' } as const)
      : null,
    isActive && !isOpen && manage.linkProvider
      ? ({ what: 'linkProvider', of: 'people:linkProviderOf' } as const)
      : null,
    isOpen ? ({ what: 'renew', of: 'people:renewOf' } as const) : null,
    isOpen ? ({ what: 'revoke', of: 'people:revokeOf' } as const) : null,
    isActive && !isOpen ? ({ what: 'deactivate', of: 'people:deactivateOf' } as const) : null,
    isActive ? null : ({ what: 'reactivate', of: 'people:reactivateOf' } as const),
  ].filter((act) => act !== null)
  return (
    <div className={kit.actions}>
      {acts.map(({ what, of }) => (
        <Button
          aria-label={say(of, { name })}
          buttonStyle="secondary"
          key={what}
          margin={false}
          onClick={() => {
            manage[what]?.(person)
          }}
          size="small"
          type="button"
        >
          {say(`people:${what}`)}
        </Button>
      ))}
    </div>
  )
}
