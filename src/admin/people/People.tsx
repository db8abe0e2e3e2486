'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { roleLabels, roles } from '#model/roles.ts'
import type { PersonEntry } from '#accounts/overview.ts'
import { Empty } from '../kit/Empty.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useWords } from '../words/use-words.ts'
import { DeactivateDialog } from './DeactivateDialog.tsx'
import { filterPeople } from './entries.ts'
import { InviteDialog } from './InviteDialog.tsx'
import styles from './people.module.css'
import { PeopleTable } from './PeopleTable.tsx'
import { useAccountActions } from './use-account-actions.ts'
import { ResetFactorsDialog } from './ResetFactorsDialog.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'

/** Everybody, with what an administrator can do about an account. */
export function People(props: { canManage: boolean; hasProvider: boolean; root: string }) {
  const { canManage, hasProvider, root } = props
  const { say, pick } = useWords()
  const { body, problem, reload } = useLoaded<{ people: PersonEntry[] }>('/people')
  const actions = useAccountActions()
  const [filter, setFilter] = useState({ text: '', role: '' })
  const [isInviting, setIsInviting] = useState(false)
  const [resetting, setResetting] = useState<PersonEntry | null>(null)
  const [revoking, setRevoking] = useState<PersonEntry | null>(null)
  const [leaving, setLeaving] = useState<PersonEntry | null>(null)
  const shown = body && filterPeople(body.people, filter)

  return (
    <div className={styles.people}>
      <div className={styles.bar}>
        <label>
          <span>{say('people:search')}</span>
          <input
            className={kit.input}
            onChange={(event) => {
              setFilter({ ...filter, text: event.target.value })
            }}
            type="search"
            value={filter.text}
          />
        </label>
        <label>
          <span>{say('people:roleFilter')}</span>
          <select
            className={kit.input}
            onChange={(event) => {
              setFilter({ ...filter, role: event.target.value })
            }}
            value={filter.role}
          >
            <option value="">{say('people:everyRole')}</option>
            {roles.map((role) => (
              <option key={role} value={role}>
                {pick(roleLabels[role])}
              </option>
            ))}
          </select>
        </label>
        {canManage ? (
          <div className={kit.actions}>
            <Button
              margin={false}
              onClick={() => {
                setIsInviting(true)
              }}
              type="button"
            >
              {say('people:invite')}
            </Button>
          </div>
        ) : null}
      </div>
      <p className={styles.notice} role="status">
        {actions.notice}
      </p>
      {actions.problem === null ? null : <Problem message={actions.problem} />}
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      {body || problem !== null ? null : <p>{say('kit:loading')}</p>}
      {shown?.length === 0 ? <Empty>{say('people:noneFound')}</Empty> : null}
      {shown && shown.length > 0 ? (
        <PeopleTable
          people={shown}
          root={root}
          {...(canManage
            ? {
                manage: {
                  sendLink: actions.sendLink,
                  resetFactors: setResetting,
                  ...(hasProvider ? { linkProvider: actions.linkProvider } : {}),
                  renew: actions.renew,
                  revoke: setRevoking,
                  deactivate: setLeaving,
                  reactivate: actions.reactivate,
                },
              }
            : {})}
        />
      ) : null}
      {isInviting ? (
        <InviteDialog
          onClose={() => {
            setIsInviting(false)
          }}
          onInvited={(email, mail) => {
            setIsInviting(false)
            actions.tellOfMail(email, mail)
          }}
        />
      ) : null}
      {leaving ? (
        <DeactivateDialog
          onClose={() => {
            setLeaving(null)
          }}
          onDeactivate={() => {
            setLeaving(null)
            actions.deactivate(leaving)
          }}
          person={leaving}
        />
      ) : null}
      {resetting ? (
        <ResetFactorsDialog
          onClose={() => {
            setResetting(null)
          }}
          onReset={() => {
            actions.resetFactors(resetting)
            setResetting(null)
          }}
          person={resetting}
        />
      ) : null}
      {revoking ? (
        <RevokeDialog
          onClose={() => {
            setRevoking(null)
          }}
          onRevoke={() => {
            setRevoking(null)
            actions.revoke(revoking)
          }}
          person={revoking}
        />
      ) : null}
    </div>
  )
}
