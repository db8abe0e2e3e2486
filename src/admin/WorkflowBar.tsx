'use client'

import { Button, Pill, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useId, useState } from 'react'
import { inLanguage, type BilingualText } from '#model/text.ts'
import { stageLabels, transitions, type Stage, type TransitionName } from '#workflow/transitions.ts'

interface View {
  state: Stage
  digest: string
  live: { digest: string; publishedAt: string } | null
  allowed: TransitionName[]
}

interface Failure {
  error: { message: string; details?: { path: string; reason: string }[] }
}

const words = {
  live: { de: 'live seit', en: 'live since' },
  reason: { de: 'Was soll geändert werden?', en: 'What should be changed?' },
  send: { de: 'Absenden', en: 'Send' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  done: { de: 'Erledigt', en: 'Done' },
  unreachable: {
    de: 'Der Stand war nicht zu laden. Bitte die Seite neu laden.',
    en: 'The state could not be loaded. Please reload the page.',
  },
} as const satisfies Record<string, BilingualText>

/** The stage of a document and the transitions that this person may take now. */
export function WorkflowBar() {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const { i18n } = useTranslation()
  const router = useRouter()
  const reasonField = useId()
  const [view, setView] = useState<View | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [asking, setAsking] = useState<TransitionName | null>(null)
  const [reason, setReason] = useState('')
  const say = useCallback((text: BilingualText) => inLanguage(text, i18n.language), [i18n.language])

  const load = useCallback(async () => {
    if (!id || !collectionSlug) return
    const response = await fetch(`/api/${collectionSlug}/${String(id)}/workflow`)
    if (response.ok) setView((await response.json()) as View)
    else toast.error(say(words.unreachable))
  }, [collectionSlug, id, say])

  useEffect(() => {
    void load()
  }, [load, lastUpdateTime])

  if (!id || !view) return null

  const take = async (transition: TransitionName, comment?: string) => {
    setIsBusy(true)
    const response = await fetch(`/api/${String(collectionSlug)}/${String(id)}/transitions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        transition,
        expectedDigest: view.digest,
        ...(comment ? { comment } : {}),
      }),
    })
    setIsBusy(false)
    if (response.ok) {
      setView((await response.json()) as View)
      setAsking(null)
      setReason('')
      toast.success(`${say(transitions[transition].label)}: ${say(words.done)}`)
      router.refresh()
      return
    }
    const { error } = (await response.json()) as Failure
    const details = (error.details ?? []).map(({ path, reason: why }) => `${path}: ${why}`)
    toast.error([error.message, ...details].join(' '))
    await load()
  }

  if (asking) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void take(asking, reason)
        }}
        style={{ display: 'flex', gap: '0.5rem', alignItems: 'center' }}
      >
        <label htmlFor={reasonField}>{say(words.reason)}</label>
        <input
          autoFocus
          id={reasonField}
          onChange={(event) => {
            setReason(event.target.value)
          }}
          required
          value={reason}
        />
        <Button disabled={isBusy} margin={false} size="medium" type="submit">
          {say(words.send)}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => {
            setAsking(null)
          }}
          size="medium"
          type="button"
        >
          {say(words.cancel)}
        </Button>
      </form>
    )
  }

  return (
    <div
      data-stage={view.state}
      style={{ display: 'flex', gap: '0.5rem', alignItems: 'center', whiteSpace: 'nowrap' }}
    >
      <Pill pillStyle={view.state === 'live' ? 'success' : 'light'}>
        {say(stageLabels[view.state])}
      </Pill>
      {view.live ? (
        <small>
          {say(words.live)} {new Date(view.live.publishedAt).toLocaleDateString(i18n.language)}
        </small>
      ) : null}
      {view.allowed.map((name) => (
        <Button
          buttonStyle={isForward(name) ? 'primary' : 'secondary'}
          disabled={isBusy}
          key={name}
          margin={false}
          onClick={() => {
            if (transitions[name].demands.includes('reason')) setAsking(name)
            else void take(name)
          }}
          size="medium"
        >
          {say(transitions[name].label)}
        </Button>
      ))}
    </div>
  )
}

function isForward(name: TransitionName): boolean {
  return name === 'submit' || name === 'approve' || name === 'publish'
}
