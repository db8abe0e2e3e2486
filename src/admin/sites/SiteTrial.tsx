'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useApi } from '../kit/use-api.ts'
import { useWords } from '../words/use-words.ts'
import { keyJustMade } from './just-made.ts'
import { LivePortraitField, type LivePortrait } from './LivePortraitField.tsx'
import styles from './sites.module.css'
import { TrialResult, type TrialReply } from './TrialResult.tsx'

const routes = [
  { value: 'portrait', word: 'sites:askPortrait' },
  { value: 'portraits', word: 'sites:askPortraits' },
  { value: 'changes', word: 'sites:askChanges' },
  { value: 'search', word: 'sites:askSearch' },
] as const
type Route = (typeof routes)[number]['value']

/** Asks the delivery plane on trial what it gives to a key. */
export function SiteTrial({ site }: { site: string }) {
  const { say } = useWords()
  const api = useApi()
  const [key, setKey] = useState(keyJustMade(site))
  const [route, setRoute] = useState<Route>('portrait')
  const [portrait, setPortrait] = useState<LivePortrait | null>(null)
  const [text, setText] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [reply, setReply] = useState<TrialReply | null>(null)

  const ask = askFor(route, { portrait, text })
  const call = async () => {
    if (ask === null) return
    setIsBusy(true)
    setProblem(null)
    const answer = await api<TrialReply>(`/sites/${site}/trial`, {
      method: 'POST',
      body: { key: key.trim(), ask },
    })
    setIsBusy(false)
    if (answer.ok) setReply(answer.body)
    else setProblem(answer.message)
  }

  return (
    <>
      <p>{say('sites:trialIntro')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void call()
        }}
      >
        <label className={kit.field}>
          <span>{say('sites:key')}</span>
          <input
            autoComplete="off"
            className={kit.input}
            onChange={(event) => {
              setKey(event.target.value)
            }}
            spellCheck={false}
            value={key}
          />
        </label>
        <label className={kit.field}>
          <span>{say('sites:ask')}</span>
          <select
            className={kit.input}
            onChange={({ target }) => {
              setRoute(routes.find(({ value }) => value === target.value)?.value ?? 'portrait')
            }}
            value={route}
          >
            {routes.map(({ value, word }) => (
              <option key={value} value={value}>
                {say(word)}
              </option>
            ))}
          </select>
        </label>
        {route === 'portrait' ? (
          <LivePortraitField chosen={portrait} onChoose={setPortrait} />
        ) : null}
        {route === 'search' ? (
          <label className={kit.field}>
            <span>{say('sites:searchText')}</span>
            <input
              className={kit.input}
              maxLength={200}
              onChange={(event) => {
                setText(event.target.value)
              }}
              value={text}
            />
          </label>
        ) : null}
        <div>
          <Button
            disabled={isBusy || key.trim() === '' || ask === null}
            margin={false}
            type="submit"
          >
            {say(isBusy ? 'sites:calling' : 'sites:call')}
          </Button>
        </div>
      </form>
      {problem === null ? null : <Problem message={problem} />}
      {reply ? <TrialResult reply={reply} /> : null}
    </>
  )
}

/** What to send; null as long as something is missing. */
function askFor(
  route: Route,
  { portrait, text }: { portrait: LivePortrait | null; text: string },
): object | null {
  switch (route) {
    case 'portrait':
      return portrait && { route, profession: portrait.profession, region: portrait.region }
    case 'search':
      return text.trim() === '' ? null : { route, text: text.trim() }
    case 'portraits':
    case 'changes':
      return { route }
  }
}
