'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'
import { keyJustMade } from './just-made.ts'
import { chosenAmong } from './live-portraits.ts'
import { LivePortraitField } from './LivePortraitField.tsx'
import styles from './sites.module.css'
import { askFor, routes, type Route } from './trial-question.ts'
import { TrialResult, type TrialReply } from './TrialResult.tsx'
import { useLivePortraits } from './use-live-portraits.ts'

/** Asks the delivery plane on trial what it gives to a key. */
export function SiteTrial({ site }: { site: string }) {
  const { say } = useWords()
  const [key, setKey] = useState(keyJustMade(site))
  const [route, setRoute] = useState<Route>('portrait')
  const [search, setSearch] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [reply, setReply] = useState<TrialReply | null>(null)
  const { send, isSending, problem } = useSend<TrialReply>()
  const live = useLivePortraits(search, route === 'portrait')
  const portrait = chosenAmong(live.portraits, picked)

  const ask = askFor(route, { portrait, text })
  const call = async () => {
    if (ask === null) return
    const answer = await send(`/sites/${site}/trial`, {
      method: 'POST',
      body: { key: key.trim(), ask },
    })
    if (answer.ok) setReply(answer.body)
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
          <LivePortraitField
            chosen={portrait}
            onChoose={setPicked}
            onRetry={live.reload}
            onSearch={setSearch}
            portraits={live.portraits}
            problem={live.problem}
            search={search}
          />
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
            disabled={isSending || key.trim() === '' || ask === null}
            margin={false}
            type="submit"
          >
            {say(isSending ? 'sites:calling' : 'sites:call')}
          </Button>
        </div>
      </form>
      {problem === null ? null : <Problem message={problem} />}
      {reply ? <TrialResult reply={reply} /> : null}
    </>
  )
}
