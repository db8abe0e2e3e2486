import { execFileSync } from 'node:child_process'
import {
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

describe('a program that is run out of one file', () => {
  let root: string
  let program: string

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-launch-'))
    for (const folder of ['src/server', 'collections', 'migrations', 'node_modules']) {
      await mkdir(path.join(root, folder), { recursive: true })
    }
    for (const file of ['payload.config.ts', 'package-lock.json']) {
      await writeFile(path.join(root, file), '')
    }
    await copyFile('src/server/launch.mjs', path.join(root, 'src/server/launch.mjs'))
    await symlink(
      path.resolve('node_modules/esbuild'),
      path.join(root, 'node_modules/esbuild'),
      'dir',
    )
    program = path.join(root, 'src/server/program.ts')
    await writeFile(
      program,
      `import { words } from './words.ts'
       class Refusal extends Error {}
       console.log(JSON.stringify([words, import.meta.url, process.argv.slice(1), Refusal.name]))`,
    )
    await say('one')
  })
  afterEach(() => rm(root, { recursive: true }))

  /** As old as can be: what is copied brings its date along. */
  const say = async (words: string) => {
    const file = path.join(root, 'src/server/words.ts')
    await writeFile(
      file,
      `class Refusal {}\nexport const words: string = '${words}' + Refusal.name`,
    )
    await utimes(file, 0, 0)
  }
  const run = (...args: string[]): unknown =>
    JSON.parse(
      execFileSync(process.execPath, ['src/server/launch.mjs', 'src/server/program.ts', ...args], {
        cwd: root,
        encoding: 'utf8',
      }),
    )
  const made = () => readdir(path.join(root, 'node_modules/.cache/berufsbild/programs'))

  it('sees its arguments, its own place and the names of its errors as if it had been run itself', () => {
    expect(run('--dev', 'x')).toEqual([
      'oneRefusal',
      pathToFileURL(program).href,
      ['src/server/program.ts', '--dev', 'x'],
      'Refusal',
    ])
  })

  it('is what its sources are, of whatever date, and leaves no older file', async () => {
    run()
    const first = await made()
    run()
    expect(await made()).toEqual(first)
    await say('two')
    expect(run()).toEqual(expect.arrayContaining(['twoRefusal']))
    expect(await made()).toHaveLength(1)
    expect(await made()).not.toEqual(first)
  })

  it('is not that of a folder from which this one was copied', async () => {
    run()
    const copy = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-launch-copy-'))
    try {
      await cp(root, copy, { recursive: true })
      const said: unknown = JSON.parse(
        execFileSync(process.execPath, ['src/server/launch.mjs', 'src/server/program.ts'], {
          cwd: copy,
          encoding: 'utf8',
        }),
      )
      const own = pathToFileURL(path.join(copy, 'src/server/program.ts')).href
      expect(said).toEqual(['oneRefusal', own, ['src/server/program.ts'], 'Refusal'])
    } finally {
      await rm(copy, { recursive: true })
    }
  })
})
