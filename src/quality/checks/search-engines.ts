import { isRecord } from '#model/documents.ts'
import { isFilled, type PlainDocument } from '../reading/document.ts'
import type { Finding } from '../findings/finding.ts'

/**
 * Signs that search engines usually show before they cut. Google states no limit but the width of the
 * device (Search Central, "Influencing your title links" and "Control your snippets"); on a desktop
 * that is about 60 signs of a title and 160 of a description.
 */
const longestTitle = 60
const longestDescription = 160
/** A shorter description tells so little that search engines put a piece of the text in its place. */
const shortestDescription = 70

/** Title and description for search engines. A title may be left out: the house's template gives one. */
export function inspectSearchEngines(document: PlainDocument): Finding[] {
  const seo = isRecord(document.seo) ? document.seo : {}
  const title = isFilled(seo.title) ? seo.title.trim().length : 0
  const description = isFilled(seo.description) ? seo.description.trim().length : 0
  const hint = (path: string, de: string, en: string): Finding => ({
    check: 'searchEngines',
    severity: 'warn',
    path,
    message: { de, en },
  })
  const findings: Finding[] = []
  if (title > longestTitle) {
    findings.push(
      hint(
        'seo.title',
        `Der Seitentitel hat ${String(title)} Zeichen; Suchmaschinen zeigen etwa ${String(longestTitle)}. Kürzen Sie ihn.`,
        `The page title has ${String(title)} signs; search engines show about ${String(longestTitle)}. Shorten it.`,
      ),
    )
  }
  if (description === 0) {
    findings.push(
      hint(
        'seo.description',
        `Die Beschreibung für Suchmaschinen fehlt. Schreiben Sie ${String(shortestDescription)} bis ${String(longestDescription)} Zeichen.`,
        `The description for search engines is missing. Write ${String(shortestDescription)} to ${String(longestDescription)} signs.`,
      ),
    )
  } else if (description > longestDescription || description < shortestDescription) {
    findings.push(
      hint(
        'seo.description',
        `Die Beschreibung für Suchmaschinen hat ${String(description)} Zeichen. Gut sind ${String(shortestDescription)} bis ${String(longestDescription)}.`,
        `The description for search engines has ${String(description)} signs. ${String(shortestDescription)} to ${String(longestDescription)} are good.`,
      ),
    )
  }
  return findings
}
