'use client'

import { Button, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BilingualText } from '#model/text.ts'
import { nameOfPlace } from '#portrait/labels.ts'
import { textFieldsOf, type TextField } from '#portrait/quoting.ts'
import { CopyButton } from '../kit/CopyButton.tsx'
import kit from '../kit/kit.module.css'
import { useApi } from '../kit/use-api.ts'
import { useWords } from '../words/use-words.ts'
import styles from './workflow.module.css'

interface Versions {
  digest: string
  differing: { path: string; label: BilingualText; theirs: string; mine: string }[]
}

/** Whose change stands against one's own, both texts side by side, and which of them to keep. */
export function ConflictDialog(props: { message: string; onKeepMine: (digest: string) => void }) {
  const { message, onKeepMine } = props
  const { id, collectionSlug } = useDocumentInfo()
  const { getData } = useForm()
  const { say, pick } = useWords()
  const call = useApi()
  const dialog = useRef<HTMLDialogElement>(null)
  const [versions, setVersions] = useState<Versions | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const address = `/${String(collectionSlug)}/${String(id)}`

  const load = useCallback(async () => {
    const answer = await call<Record<string, unknown>>(`${address}?draft=true&depth=0`)
    setProblem(answer.ok ? null : answer.message)
    if (answer.ok) setVersions(compare(answer.body, getData()))
  }, [address, call, getData])
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    void load()
  }, [load])

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
      {problem ? (
        <p className={kit.problem} role="alert">
          {problem}{' '}
          <button className={kit.action} onClick={() => void load()} type="button">
            {say('kit:retry')}
          </button>
        </p>
      ) : null}
      <div className={styles.versions} tabIndex={0}>
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
      </div>
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

/** The fields with text in which two versions differ, in the order of the form. */
function compare(saved: Record<string, unknown>, form: Record<string, unknown>): Versions {
  const theirs = textFieldsOf(saved)
  const mine = textFieldsOf(form)
  const paths = [...new Set([...mine, ...theirs].map(({ path }) => path))]
  const textAt = (fields: readonly TextField[], path: string) =>
    fields.find((field) => field.path === path)?.text ?? ''
  return {
    digest: typeof saved.digest === 'string' ? saved.digest : '',
    differing: paths.flatMap((path) => {
      const pair = { theirs: textAt(theirs, path), mine: textAt(mine, path) }
      if (pair.theirs === pair.mine) return []
      const owner = mine.some((field) => field.path === path) ? form : saved
      return [{ path, label: nameOfPlace(path, owner, { withPart: true }), ...pair }]
    }),
  }
}

/** Every word of a document, to be copied. */
function wholeTextOf(document: Record<string, unknown>): string {
  return textFieldsOf(document)
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n\n')
}
