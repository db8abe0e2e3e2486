import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

// A fresh machine has no browser yet, and test files that start side by side all want one.

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-browser-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const showPage = (place: string) => `
  import { openBrowser } from '#support/browser.ts'
  const browser = await openBrowser(${JSON.stringify(place)})
  const page = await browser.newPage()
  await page.setContent('<p style="font-family: sans-serif; display: inline">Beruf</p>')
  console.log(await page.locator('p').evaluate(({ offsetWidth }) => offsetWidth > 20))
  await browser.close()
`

it('starts in several processes at once, on a machine that had none', async () => {
  const place = path.join(folder, 'browser')
  const answers = await Promise.all(
    [1, 2, 3].map(async () => {
      const args = ['--import', 'tsx', '--input-type=module', '--eval', showPage(place)]
      return (await promisify(execFile)(process.execPath, args)).stdout.trim()
    }),
  )
  expect(answers).toEqual(['true', 'true', 'true'])
  expect(await readdir(folder)).toEqual(['browser'])
}, 120_000)
