'use client'

import { useEffect } from 'react'
import { useLoaded } from '../kit/use-loaded.ts'
import { PasswordStep } from './PasswordStep.tsx'
import { SecondStep } from './SecondStep.tsx'
import { SetUpStep } from './SetUpStep.tsx'
import type { Standing } from './standing.ts'

/**
 * What somebody does one after the other to be signed in. Whoever comes from another site is signed in
 * already: the browser sends the cookie with the question here, and has not sent it with the page.
 */
export function SignIn(props: {
  forgotPath: string
  /** A session has begun already, and something is still owed. */
  isPending: boolean
  /** Where they go from here. */
  target: string
}) {
  const { forgotPath, isPending, target } = props
  const { body, problem, reload } = useLoaded<Standing>('/account/sign-in')
  const isDone = body?.owes === null
  useEffect(() => {
    if (isDone) window.location.assign(target)
  }, [isDone, target])
  const goOn = () => void reload()

  if (isDone || (isPending && !body && problem === null)) return null
  if (body?.owes === 'proof') return <SecondStep onDone={goOn} standing={body} />
  if (body?.owes === 'set-up') return <SetUpStep onDone={goOn} />
  return <PasswordStep forgotPath={forgotPath} onDone={goOn} />
}
