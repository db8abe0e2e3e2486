'use client'

import { DefaultEditView, Gutter, Link, useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { DocumentViewClientProps } from 'payload'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'

/**
 * The form of an account. A new one has none: its owner is asked in by mail, and nobody else gives it a
 * password.
 */
export function PersonForm(props: DocumentViewClientProps) {
  const { id } = useDocumentInfo()
  return id === undefined ? <AskInInstead /> : <DefaultEditView {...props} />
}

function AskInInstead() {
  const { say } = useWords()
  const { config } = useConfig()
  return (
    <Gutter className={kit.page ?? ''}>
      <h1 className={kit.heading}>{say('people:invite')}</h1>
      <p>{say('people:byInvitation')}</p>
      <p>
        <Link href={`${config.routes.admin}/collections/users`}>{say('people:toPeople')}</Link>
      </p>
    </Gutter>
  )
}
