import type { Page } from 'playwright-core'
import { afterEach } from 'vitest'

// What stands in the pages that are open when a test of the browser fails: that a word is not there tells little.

const length = 1500
const open = new Set<Page>()

/** Has a page tell what stands in it when a test fails. */
export function watchPage(page: Page): void {
  open.add(page)
  page.on('close', () => open.delete(page))
}

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const page of open) {
    const words = await page.innerText('body', { timeout: 5000 }).catch(String)
    console.error(`${task.name}: ${page.url()}\n${words.slice(0, length)}\n`)
  }
})
