import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFileOnce, makeFolderOnce } from '#server/machine/make-once.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-once-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('a folder that several make', () => {
  const fillWith = (content: string) => async (partial: string) => {
    await writeFile(path.join(partial, 'first'), content)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await writeFile(path.join(partial, 'second'), content)
  }

  it('is made whole by one of them', async () => {
    const place = path.join(folder, 'below', 'made')
    await Promise.all(['a', 'b', 'c'].map((name) => makeFolderOnce(place, fillWith(name))))
    const read = (name: string) => readFile(path.join(place, name), 'utf8')
    expect(await read('first')).toBe(await read('second'))
    expect(await readdir(path.dirname(place))).toEqual(['made'])
  })

  it('is left as it is by those who come later', async () => {
    const place = path.join(folder, 'made')
    await makeFolderOnce(place, fillWith('a'))
    await makeFolderOnce(place, fillWith('b'))
    expect(await readFile(path.join(place, 'first'), 'utf8')).toBe('a')
  })

  it('can be entered by other accounts', async () => {
    const place = path.join(folder, 'made')
    await makeFolderOnce(place, fillWith('a'))
    expect((await stat(place)).mode & 0o777).toBe(0o755)
  })

  it('is not there when its making failed', async () => {
    const place = path.join(folder, 'made')
    const fails = makeFolderOnce(place, async (partial) => {
      await fillWith('a')(partial)
      throw new Error('The disk is full.')
    })
    await expect(fails).rejects.toThrow('The disk is full.')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('a file that several make', () => {
  it('holds what one of them wrote, and all know it', async () => {
    const file = path.join(folder, 'secret')
    const known = await Promise.all(['a', 'b', 'c'].map((name) => makeFileOnce(file, () => name)))
    expect(new Set(known)).toEqual(new Set([await readFile(file, 'utf8')]))
    expect(await readdir(folder)).toEqual(['secret'])
  })

  it('is for its owner alone', async () => {
    const file = path.join(folder, 'secret')
    await makeFileOnce(file, () => 'a')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })
})
