'use client'

import { Button } from '@payloadcms/ui'
import type { SessionEntry } from '#accounts/sessions/endpoints.ts'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useSend } from '../kit/use-send.ts'
import type { Word } from '../words/index.ts'
import { useWords } from '../words/use-words.ts'
import { browserName } from './browser-name.ts'
import styles from './sign-in.module.css'

const methods: Readonly<Record<string, Word>> = {
  password: 'signIn:byPassword',
  link: 'signIn:byLink',
  passkey: 'signIn:byPasskey',
  oidc: 'signIn:byOidc',
}

/** Where somebody is signed in, and how to end it. */
export function Sessions() {
  const { say, format } = useWords()
  const { body, problem } = useLoaded<{ sessions: SessionEntry[] }>('/account/sessions')
  const { send, isSending, problem: failed } = useSend('/account/sessions')
  const sessions = body?.sessions ?? []
  const end = (path: string) => void send(path, { method: 'DELETE' })
  const describe = ({ beganAt, method, address, isOwn, isPending }: SessionEntry) => {
    const how = method === null ? undefined : methods[method]
    return [
      isOwn ? say('signIn:ownSession') : null,
      isPending ? say('signIn:pendingSession') : null,
      beganAt === null ? null : say('signIn:began', { at: format.time(beganAt) }),
      how === undefined ? null : say(how),
      address,
    ]
      .filter((part) => part !== null)
      .join(' · ')
  }
  return (
    <section className={styles.section}>
      <h2>{say('signIn:sessions')}</h2>
      <p className={styles.hint}>{say('signIn:sessionsHint')}</p>
      {problem === null ? null : <Problem message={problem} />}
      <ul className={styles.list}>
        {sessions.map((session) => {
          const name = browserName(session.agent) ?? say('signIn:unknownBrowser')
          return (
            <li key={session.id}>
              <span>
                {name}
                <small>{describe(session)}</small>
              </span>
              {session.isOwn ? null : (
                <Button
                  aria-label={say('signIn:endOf', { name })}
                  buttonStyle="secondary"
                  disabled={isSending}
                  margin={false}
                  onClick={() => {
                    end(`/account/sessions/${session.id}`)
                  }}
                  size="small"
                  type="button"
                >
                  {say('signIn:end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {failed === null ? null : <Problem message={failed} />}
      {sessions.length > 1 ? (
        <div>
          <Button
            buttonStyle="secondary"
            disabled={isSending}
            margin={false}
            onClick={() => {
              end('/account/sessions')
            }}
            size="medium"
            type="button"
          >
            {say('signIn:endOthers')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
