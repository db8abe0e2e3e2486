'use client'

import { Button } from '@payloadcms/ui'
import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import { useWords } from '../words/use-words.ts'
import styles from './workflow.module.css'

/** What is to be signed off by kind, who has, and a button for what this person may. */
export function SignOffs(props: {
  view: Pick<WorkflowScreen, 'signOffs'>
  isBusy: boolean
  onSign: (kind: SignOffKind) => void
}) {
  const { view, isBusy, onSign } = props
  const { say } = useWords()
  if (view.signOffs.length === 0) return null
  return (
    <ul className={styles.signOffs}>
      {view.signOffs.map(({ kind, label, given, mayGive, hasNobody }) => (
        <li data-given={given !== null} key={kind}>
          {given
            ? say('bar:signedOff', { what: label, name: given.by.name })
            : say(hasNobody ? 'bar:nobodySignsOff' : 'bar:notSignedOff', { what: label })}
          {mayGive ? (
            <Button
              buttonStyle="secondary"
              disabled={isBusy}
              margin={false}
              onClick={() => {
                onSign(kind)
              }}
              size="small"
              type="button"
            >
              {say('bar:signOff', { what: label })}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
