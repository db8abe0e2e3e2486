'use client'

import { Button, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { CopyButton } from '../kit/CopyButton.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { ScrollArea } from '../kit/ScrollArea.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useWords } from '../words/use-words.ts'
import { compareVersions, wholeTextOf } from './versions.ts'
import styles from './workflow.module.css'

/** Whose change stands against one's own, both texts side by side, and which of them to keep. */
export function ConflictDialog(props: { message: string; onKeepMine: (digest: string) => void }) {
  const { message, onKeepMine } = props
  const { id, collectionSlug } = useDocumentInfo()
  const { getData } = useForm()
  const { say, pick } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const { body, problem, isCurrent, reload } = useLoaded<Record<string, unknown>>(
    `/${String(collectionSlug)}/${String(id)}?draft=true&depth=0`,
  )
  // What was loaded before the conflict is not what stands against one's own.
  const versions = isCurrent && body ? compareVersions(body, getData()) : null
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  return (
    <dialog
      aria-labelledby="conflict-title"
      className={kit.dialog}
      onCancel={(event) => {
        event.preventDefault()
      }}
      ref={dialog}
      style={{ width: 'min(60rem, calc(100vw - 2rem))' }}
    >
      <h2 id="conflict-title">{say('bar:conflictTitle')}</h2>
      <p>{message}</p>
      <p>{say('bar:conflictExplains')}</p>
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      <ScrollArea className={styles.versions} label={say('bar:conflictTitle')}>
        {versions?.differing.length === 0 ? <p>{say('bar:elsewhere')}</p> : null}
        {versions?.differing.map(({ path, label, theirs, mine }) => (
          <section key={path}>
            <h3>{pick(label)}</h3>
            <div className={styles.sides}>
              <div className={styles.side}>
                <strong>{say('bar:theirs')}</strong>
                {theirs || say('bar:empty')}
              </div>
              <div className={styles.side}>
                <strong>{say('bar:mine')}</strong>
                {mine || say('bar:empty')}
              </div>
            </div>
          </section>
        ))}
      </ScrollArea>
      <div className={kit.actions}>
        <Button
          disabled={!versions}
          margin={false}
          onClick={() => {
            if (versions) onKeepMine(versions.digest)
          }}
          type="button"
        >
          {say('bar:keepMine')}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => {
            // The person has said so; the page does not ask again.
            window.addEventListener('beforeunload', stopAsking, { capture: true })
            window.location.reload()
          }}
          type="button"
        >
          {say('bar:takeTheirs')}
        </Button>
        <CopyButton label={say('bar:copyMine')} text={wholeTextOf(getData())} />
      </div>
    </dialog>
  )
}

function stopAsking(event: Event) {
  event.stopImmediatePropagation()
}
