import { describe, expect, it } from 'vitest'
import { findDifference } from '#portrait/difference/find-difference.ts'
import { compareTexts } from '#portrait/difference/in-thread.ts'
import { findBlockers, inspectText, prepareBlockers } from '#publishing/inspect-text.ts'
import type * as tasks from '#portrait/difference/thread.ts'
import { inspect } from '#quality/inspect.ts'
import { threadsOf } from '#threads/threads.ts'
import { allowed } from '#support/slowness.ts'

// What reads every word of a large text does so in a thread: whoever waits for something else waits for nothing.

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })
const textOf = (length: number) => ({
  headline: 'Eine Überschrift',
  intro: 'Ein Anfang.',
  sections: [1, 2].map((number) => ({
    id: String(number),
    kind: 'aufgaben',
    heading: 'Aufgaben',
    body: {
      root: { type: 'root', children: [paragraph('z. B. '.repeat(length / 12))] },
    },
  })),
  faq: [],
  provenance: { origin: 'human' },
})
const at = new Date('2026-11-30')

/** The longest that nobody else had a turn, in milliseconds. */
const standstill = async (work: () => Promise<unknown>) => {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  await work()
  clearInterval(timer)
  return Math.max(longest, performance.now() - last)
}

describe.each([
  ['a small text', 4_000],
  ['a large text', 380_000],
])('%s', (_, length) => {
  it('gets the findings that the checks have', async () => {
    const text = textOf(length)
    const findings = inspect('regional-sections', text, at)
    expect(await inspectText('regional-sections', text, at)).toEqual(findings)
    const blocking = inspect('regional-sections', text).filter(
      ({ severity }) => severity === 'block',
    )
    expect(await findBlockers('regional-sections', text)).toEqual(blocking)
    expect((await prepareBlockers('regional-sections', text))()).toEqual(blocking)
  })

  it('differs from others as comparing says', async () => {
    const [before, now] = [textOf(length), { ...textOf(length), headline: 'Eine andere' }]
    expect(await compareTexts(before, now)).toEqual(findDifference(before, now))
    expect(await compareTexts(null, now)).toEqual(findDifference(null, now))
  })
})

describe('a large text', () => {
  it('that is not read in time is a 503, and others are told the same, not kept waiting', async () => {
    const threads = threadsOf<typeof tasks>('src/portrait/difference/open-thread.mjs', 1)
    const input = { from: textOf(380_000), to: textOf(360_000) }
    const refusal = { status: 503, code: 'took_too_long', retryAfter: 5 }
    const readings = [1, 2, 3, 4, 5].map(() => threads.run('difference', input))
    for (const reading of readings) await expect(reading).rejects.toMatchObject(refusal)
  })

  it('keeps nobody else waiting', async () => {
    const [before, now] = [textOf(380_000), textOf(360_000)]
    const here = await standstill(async () => {
      inspect('regional-sections', now)
      findDifference(before, now)
      await Promise.resolve()
    })
    const elsewhere = await standstill(async () => {
      await inspectText('regional-sections', now)
      await prepareBlockers('regional-sections', now)
      await compareTexts(before, now)
    })
    // Both are longer on a busy machine.
    expect(elsewhere).toBeLessThan(Math.max(allowed(100), here / 3))
  })
})
