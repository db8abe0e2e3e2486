import { unpackBrowser } from './unpacked-browser.ts'

/** The browser is there before any test file asks for it. */
export default async function setup(): Promise<void> {
  await unpackBrowser()
}
