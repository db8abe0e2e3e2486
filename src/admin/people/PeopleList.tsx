import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { actorOf, isAdmin } from '#access/actor.ts'
import { waysInOf } from '#accounts/ways-in.ts'
import kit from '../kit/kit.module.css'
import { sayWith } from '../words/say.ts'
import { People } from './People.tsx'

/** The people of the newsroom, in place of Payload's list of accounts. */
export function PeopleList({ i18n, payload, user }: ListViewServerProps) {
  const say = sayWith(i18n)
  const actor = actorOf({ user: user ?? null })
  return (
    <Gutter className={kit.page ?? ''}>
      <SetStepNav nav={[{ label: say('people:title') }]} />
      <main>
        <h1 className={kit.heading}>{say('people:title')}</h1>
        <People
          canManage={isAdmin(actor)}
          hasProvider={waysInOf(payload).provider !== null}
          root={`${payload.config.routes.admin}/collections/users`}
        />
      </main>
    </Gutter>
  )
}
