import type { BilingualText } from '#model/text.ts'
import type { NotedProposal } from './noted.ts'

/** What whoever changed reference data is told, where that became proposals. */
export function sayProposed(proposals: readonly NotedProposal[]): BilingualText {
  const texts = Math.max(...proposals.map((proposal) => proposal.texts))
  const sites = Math.max(...proposals.map((proposal) => proposal.sites))
  return proposals.length === 1
    ? {
        de: `Als Vorschlag gespeichert: Texte, die live, in Prüfung, freigegeben oder eingeplant sind, zeigen das (${String(texts)}; Websites, die es schon zeigen: ${String(sites)}). Eine zweite Person bestätigt ihn; bis dahin bleibt alles, wie es ist.`,
        en: `Saved as a proposal: texts that are live, in review, approved or scheduled show this (${String(texts)}; sites that show it already: ${String(sites)}). A second person confirms it; until then all stays as it is.`,
      }
    : {
        de: `Als ${String(proposals.length)} Vorschläge gespeichert: Texte, die live, in Prüfung, freigegeben oder eingeplant sind, zeigen das. Eine zweite Person bestätigt sie; bis dahin bleibt alles, wie es ist.`,
        en: `Saved as ${String(proposals.length)} proposals: texts that are live, in review, approved or scheduled show this. A second person confirms them; until then all stays as it is.`,
      }
}
