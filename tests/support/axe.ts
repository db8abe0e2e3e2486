import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** How often a page that is still being drawn is looked at again, and after how many milliseconds. */
const again = { times: 5, after: 1000 }

/**
 * What axe finds on a page by WCAG 2.1 AA that is serious or critical, each as one line. What is only there
 * while something fades in is no fault of the page: it counts if it stays.
 */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: script })
  let faults = await findFaults(page)
  for (let look = 0; look < again.times && faults.length > 0; look += 1) {
    await page.waitForTimeout(again.after)
    faults = await findFaults(page)
  }
  return faults
}

declare global {
  interface Window {
    /** What the script tag above has put into the page. */
    axe: typeof axe
  }
}

async function findFaults(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(async () => {
    return window.axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
    })
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`,
      ),
    )
}
