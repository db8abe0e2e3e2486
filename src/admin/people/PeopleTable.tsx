'use client'

import { Link } from '@payloadcms/ui'
import { roleLabels } from '#model/roles.ts'
import type { PersonEntry } from '#accounts/overview.ts'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import { AccountState } from './AccountState.tsx'
import { AccountButtons, type Manage } from './AccountButtons.tsx'
import styles from './people.module.css'

export function PeopleTable(props: {
  people: readonly PersonEntry[]
  root: string
  manage?: Manage
}) {
  const { people, root, manage } = props
  const { say, pick, format } = useWords()
  return (
    <div className={kit.scroll}>
      <table className={`${kit.table ?? ''} ${styles.table ?? ''}`}>
        <thead>
          <tr>
            <th>{say('people:name')}</th>
            <th>{say('people:role')}</th>
            <th>{say('people:desks')}</th>
            <th className={kit.number}>{say('people:openTexts')}</th>
            {manage ? (
              <>
                <th>{say('people:lastSignIn')}</th>
                <th>{say('people:account')}</th>
                <th>
                  <span className={kit.hidden}>{say('people:actions')}</span>
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>
                <Link href={`${root}/${person.id}`} prefetch={false}>
                  {person.name}
                </Link>
                <br />
                {person.email}
                {!manage && person.deactivatedAt !== null ? (
                  <>
                    <br />
                    {say('people:deactivated')}
                  </>
                ) : null}
              </td>
              <td>{pick(roleLabels[person.role])}</td>
              <td>
                {person.role !== 'author' && (person.role === 'admin' || person.allTexts)
                  ? say('people:allTexts')
                  : person.desks.map(({ name }) => name).join(', ') || say('kit:none')}
              </td>
              <td className={kit.number}>{format.number(person.openTexts)}</td>
              {manage && person.account ? (
                <>
                  <td>
                    {person.account.lastSignInAt === null
                      ? say('people:never')
                      : format.moment(person.account.lastSignInAt)}
                  </td>
                  <td>
                    <AccountState account={person.account} deactivatedAt={person.deactivatedAt} />
                  </td>
                  <td>
                    <AccountButtons account={person.account} manage={manage} person={person} />
                  </td>
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
