import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds on a page by WCAG 2.1 AA that is serious or critical, each as one line. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: script })
  const { violations } = await page.evaluate(async () => {
    const { axe: loaded } = window as unknown as { axe: typeof axe }
    return loaded.run(document, {
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
