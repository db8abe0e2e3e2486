'use client'

import { useLoaded } from '../kit/use-loaded.ts'
import { useSettled } from '../kit/use-settled.ts'
import { queryForPortraits, toPortraits, type LivePortrait } from './live-portraits.ts'

/** How long nobody has typed when it is searched, in milliseconds. */
const pause = 250

interface Found {
  docs: unknown[]
}

/** The portraits that are live and whose profession or place is called so; asked for while it `isOpen`. */
export function useLivePortraits(
  text: string,
  isOpen: boolean,
): { portraits: readonly LivePortrait[]; problem: string | null; reload: () => void } {
  const settled = useSettled(text.trim(), pause)
  const options = { keepsLast: true, isPaused: !isOpen }
  const regional = useLoaded<Found>(
    `/regional-sections?${queryForPortraits(settled, ['profession', 'region'])}`,
    options,
  )
  const nationwide = useLoaded<Found>(
    `/career-profiles?${queryForPortraits(settled, ['profession'])}`,
    options,
  )
  return {
    portraits:
      regional.body && nationwide.body
        ? toPortraits([...regional.body.docs, ...nationwide.body.docs])
        : [],
    problem: regional.problem ?? nationwide.problem,
    reload: () => {
      void regional.reload()
      void nationwide.reload()
    },
  }
}
