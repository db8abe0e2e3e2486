import { describe, expect, it } from 'vitest'
import { obstacleIn, patience, remedyFor, savingOf } from '#admin/workflow/saving.ts'

describe('the state of saving', () => {
  it.each([
    [{ failure: null, isModified: false, isBusy: false }, 'saved'],
    [{ failure: null, isModified: true, isBusy: false }, 'unsaved'],
    [{ failure: null, isModified: true, isBusy: true }, 'saving'],
    // Payload draws the form anew, and nothing is to be saved.
    [{ failure: null, isModified: false, isBusy: true }, 'saved'],
    // What has failed is not told as being under way.
    [{ failure: 'unreachable', isModified: true, isBusy: true }, 'unreachable'],
  ] as const)('of %j is %s', (form, saving) => {
    expect(savingOf(form)).toBe(saving)
  })

  it.each([
    [null, 'unreachable'],
    [500, 'unreachable'],
    [503, 'unreachable'],
    [401, 'signedOut'],
    [403, null],
    [404, null],
    [200, null],
  ])('is explained by a status of %s with %s', (status, obstacle) => {
    expect(obstacleIn(status)).toBe(obstacle)
  })
})

describe('words that are not saved', () => {
  it('are asked about again and again, ever less often, up to twice a minute', () => {
    const waits: number[] = []
    for (let wait = patience; waits.length < 6;) {
      const remedy = remedyFor('unreachable', { refusals: 0, wait })
      if (remedy.act !== 'ask') throw new Error('A server that is away is asked again.')
      waits.push((wait = remedy.wait))
    }
    expect(waits).toEqual([5000, 10_000, 20_000, 30_000, 30_000, 30_000])
  })

  it('wait for who is signed out, whatever the server took before', () => {
    expect(remedyFor('signedOut', { refusals: 5, wait: patience })).toMatchObject({
      failure: 'signedOut',
      act: 'ask',
    })
  })

  it('are pressed twice on a server that answers, and then left to the next change', () => {
    const acts = [0, 1, 2, 3].map((refusals) => remedyFor(null, { refusals, wait: patience }))
    expect(acts.map(({ act }) => act)).toEqual(['save', 'save', 'leave', 'leave'])
    expect(new Set(acts.map(({ failure }) => failure))).toEqual(new Set(['refused']))
  })
})
