'use client'

import { useState } from 'react'
import type { Webhook } from '#publishing/webhooks/webhooks.ts'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import { Deliveries } from './Deliveries.tsx'
import styles from './sites.module.css'
import { currentFailure } from './webhook.ts'
import { WebhookActions } from './WebhookActions.tsx'

export function WebhookCard(props: {
  webhook: Webhook
  /** The address of all webhooks of the site. */
  hooks: string
  canChange: boolean
  onSecret: (secret: string) => void
}) {
  const { webhook, hooks, canChange, onSecret } = props
  const { url, isActive, pending, dead, lastSuccessAt, oldSecretsEndAt } = webhook
  const { say, format } = useWords()
  const failure = currentFailure(webhook)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <article aria-label={url} className={styles.hook}>
      <h3>{url}</h3>
      <p className={styles.facts}>
        <span className={`${kit.badge ?? ''} ${isActive ? '' : (styles.off ?? '')}`}>
          {say(isActive ? 'sites:active' : 'sites:inactive')}
        </span>
        <span>{say('sites:waiting', { count: pending })}</span>
        <span>{say('sites:dead', { count: dead })}</span>
        {lastSuccessAt === null ? null : (
          <span>{say('sites:lastSuccess', { at: format.moment(lastSuccessAt) })}</span>
        )}
      </p>
      {failure ? (
        <p className={styles.failure}>
          {say('sites:lastFailure', {
            at: format.moment(failure.at),
            error: failure.error,
          })}
        </p>
      ) : null}
      {oldSecretsEndAt === null ? null : (
        <p>{say('sites:oldSecrets', { at: format.moment(oldSecretsEndAt) })}</p>
      )}
      {canChange ? <WebhookActions hooks={hooks} onSecret={onSecret} webhook={webhook} /> : null}
      <details
        className={styles.deliveries}
        onToggle={(event) => {
          setIsOpen(event.currentTarget.open)
        }}
      >
        <summary>{say('sites:deliveries')}</summary>
        {isOpen ? (
          <Deliveries canChange={canChange} dead={dead} hook={webhook.id} hooks={hooks} />
        ) : null}
      </details>
    </article>
  )
}
