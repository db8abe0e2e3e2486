import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/**
 * Root cannot have the sandbox. Not the package's own flags: in a single process two contexts share
 * their cookies, and two people would be one.
 */
const browserFlags = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none']

/** Starts the browser that ships inside an npm package: nothing else has to be installed. */
export async function openBrowser(): Promise<Browser> {
  // It unpacks itself below TMPDIR; accounts do not share the files of one another.
  const folder = path.join(os.tmpdir(), `berufsbild-browser-${String(os.userInfo().uid)}`)
  mkdirSync(folder, { recursive: true })
  process.env.TMPDIR = folder
  // The package unpacks the libraries that the browser needs where it believes this.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
  // The package's own file looks for its fonts in /tmp/fonts, and nowhere else.
  process.env.FONTCONFIG_FILE = path.join(folder, 'fonts-of-tests.conf')
  writeFileSync(process.env.FONTCONFIG_FILE, fontsIn(folder))
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packaged.executablePath(), args: browserFlags })
}

/** A configuration that knows the browser's own fonts only: a page looks the same everywhere. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}
