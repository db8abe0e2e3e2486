'use client'

import { useEffect, useRef } from 'react'
import { CopyButton } from '../kit/CopyButton.tsx'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import { prettyJson } from './pretty-json.ts'
import styles from './sites.module.css'

/** What came of a trial call. */
export type TrialReply =
  | { url: string; error: string }
  | {
      url: string
      status: number
      headers: { name: string; value: string }[]
      milliseconds: number
      length: number
      body: string
      isCut: boolean
    }

/** The answer of the delivery plane, and the same call as a command. */
export function TrialResult({ reply }: { reply: TrialReply }) {
  const { say, format } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [reply])
  // The key stays out of it: a command ends up in the history of a shell, and in mails.
  const command = `curl -i -H "Authorization: Bearer $KEY" '${reply.url}'`
  return (
    <section aria-label={say('sites:result')} className={styles.result}>
      <h3 ref={heading} tabIndex={-1}>
        {'status' in reply
          ? `${say('sites:result')}: ${String(reply.status)}`
          : say('sites:result')}
      </h3>
      {'status' in reply ? (
        <>
          <p>
            {say('sites:took', {
              milliseconds: format.number(reply.milliseconds),
              length: format.number(reply.length),
            })}
          </p>
          <details>
            <summary>{say('sites:headers', { count: reply.headers.length })}</summary>
            <pre className={styles.code}>
              {reply.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}
            </pre>
          </details>
          <h4>{say('sites:body')}</h4>
          {reply.isCut ? <p>{say('sites:cut')}</p> : null}
          <pre aria-label={say('sites:body')} className={styles.code} role="group" tabIndex={0}>
            {prettyJson(reply.body)}
          </pre>
        </>
      ) : (
        <Problem message={say('sites:noReply', { error: reply.error })} />
      )}
      <h4>{say('sites:asCommand')}</h4>
      <pre className={styles.code}>{command}</pre>
      <CopyButton text={command} />
    </section>
  )
}
