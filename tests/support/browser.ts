import { mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/** Starts the browser that ships inside an npm package: nothing else has to be installed. */
export async function openBrowser(): Promise<Browser> {
  // It unpacks itself below TMPDIR; accounts do not share the files of one another.
  const folder = path.join(os.tmpdir(), `berufsbild-browser-${String(os.userInfo().uid)}`)
  mkdirSync(folder, { recursive: true })
  process.env.TMPDIR = folder
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args })
}
