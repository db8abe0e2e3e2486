import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oneAtATime } from '#server/machine/one-at-a-time.ts'

describe('one at a time', () => {
  let folder: string
  let lock: string

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-turn-'))
    lock = path.join(folder, 'below', 'lock')
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('works one after the other', async () => {
    let working = 0
    const work = async () => {
      working += 1
      await wait(20)
      expect(working).toBe(1)
      working -= 1
    }
    await Promise.all([1, 2, 3].map(() => oneAtATime({ lock, patience: 5000 }, work)))
  })

  it('makes room when the work fails', async () => {
    const fails = oneAtATime({ lock, patience: 0 }, () => Promise.reject(new Error('No.')))
    await expect(fails).rejects.toThrow('No.')
    expect(existsSync(lock)).toBe(false)
  })

  it('tells who waits in vain where the lock is', async () => {
    await oneAtATime({ lock, patience: 0 }, async () => {
      const waits = oneAtATime({ lock, patience: 200 }, () => Promise.resolve())
      await expect(waits).rejects.toThrow(`${lock} is held by another process.`)
    })
  })

  it('takes over from a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    await oneAtATime({ lock, patience: 0 }, () => Promise.resolve())
    await writeFile(lock, String(pid))
    expect(await oneAtATime({ lock, patience: 1000 }, () => Promise.resolve('done'))).toBe('done')
  })
})
