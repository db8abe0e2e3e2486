import type { SectionKind } from '#model/section-kinds.ts'

/** What a section is about, and how sure that is: 0 (a guess) to 1. */
export interface Classification {
  kind: SectionKind
  confidence: number
}

type RuledKind = Exclude<SectionKind, 'sonstiges'>

interface Rule {
  kind: RuledKind
  weight: number
  pattern: RegExp
}

/** Stems of words and what they say about a section; weight 3 settles it, 1 hints at it. */
const rules: readonly Rule[] = [
  rule('aufgaben', 3, 'aufgabe|tätigkeit|arbeitsalltag|berufsalltag|arbeitstag|tagesgeschäft'),
  rule('aufgaben', 2, 'alltag|zuständig|verantwortungsbereich|\\bwas (?:macht|machen|tut)\\b'),
  rule('aufgaben', 1, 'verantwort|\\bplan(?:t|en|ung)\\b|koordin|betreu|organis|kümmer|steuer[nt]'),
  rule(
    'anforderungen',
    3,
    'anforderung|voraussetzung|qualifikation(?:en|sprofil)?\\b|\\bwas zählt',
  ),
  rule('anforderungen', 3, 'kompetenz|fähigkeit|eigenschaft|mitbringen|soft ?skill|skills?\\b'),
  rule(
    'anforderungen',
    2,
    'stärken|kenntnis|gefragt ist|gefragt sind|worauf es ankommt|fingerspitz',
  ),
  rule('anforderungen', 1, 'belastbar|teamfähig|sorgfalt|kommunikation|geduld|überblick|wichtig'),
  rule(
    'arbeitsumfeld',
    3,
    'arbeitsumfeld|arbeitsbedingung|arbeitsumgebung|arbeitsklima|arbeitsort',
  ),
  rule('arbeitsumfeld', 3, 'arbeitszeit|arbeitsplatz|schichtdienst|homeoffice|home-office'),
  rule('arbeitsumfeld', 1, 'büro|werkstatt|schicht|team\\b|kolleg|wochenend|teilzeit|remote'),
  rule('zugang', 3, 'ausbildung|studium|zugang|einstiegsweg|quereinst|\\bweg(?:e)? in den beruf'),
  rule('zugang', 2, 'abschluss|berufsschule|lehre\\b|umschulung|hochschul|\\bwie (?:man )?wird'),
  rule('zugang', 1, 'studi|bachelor|master|gesellenbrief|schulabschluss|prüfung'),
  rule('regionales', 3, 'regional|vor ort|standort|besonderheit(?:en)? (?:in|von|der region)'),
  rule(
    'regionales',
    2,
    'region\\b|besonderheit|stadt\\b|umland|arbeitsmarkt|lokal|wirtschaftsraum',
  ),
  rule('regionales', 1, 'mittelstand|nachbarstädt|ansässig|umgebung|stadtteil|unternehmen der'),
  rule(
    'verdienst',
    3,
    'verdien|gehalt(?!en|voll)|gehälter|lohn\\b|löhne|entgelt|einkommen|vergütung|bezahl',
  ),
  rule('verdienst', 2, 'brutto|\\bgeld\\b|€|\\beuro\\b|tarif|finanziell'),
  rule('weiterbildung', 3, 'weiterbild|fortbild|weiterentwick|weiterqualif|spezialisier|aufstieg'),
  rule(
    'weiterbildung',
    2,
    'seminar|lehrgang|zertifi|meister(?:titel|prüfung)|fachwirt|karrierestuf',
  ),
  rule('weiterbildung', 1, 'kurs(?:e|en)?\\b|lernen|entwicklungsmöglich'),
  rule('perspektive', 3, 'perspektive|zukunft|ausblick|aussichten|prognose'),
  rule('perspektive', 2, 'trend|wandel|karriere|entwicklungschance|fachkräftemangel'),
  rule('perspektive', 1, 'nachfrage|bedarf|künftig|in den nächsten jahren|digitalisierung'),
]

const headingFactor = 4
/** Up to so many hits of one rule count in the running text, so that length alone does not win. */
const maxTextHits = 3
/** From this score on a section has said enough for a full confidence. */
const clearScore = 8

/** Says what a section is about, by German key words: the heading counts much, the text a little. */
export function classifySection(section: {
  heading: string | null
  text: string
  placeNames: string[]
}): Classification {
  const places = section.placeNames.flatMap(placeRules)
  const scores = new Map<RuledKind, number>()
  for (const { kind, weight, pattern } of [...rules, ...places]) {
    const score =
      weight * (headingFactor * headingScore(section.heading ?? '', pattern)) +
      weight * 0.5 * Math.min(maxTextHits, [...section.text.matchAll(pattern)].length)
    scores.set(kind, (scores.get(kind) ?? 0) + score)
  }
  const [best, second] = [...scores].sort(([, left], [, right]) => right - left)
  if (!best || best[1] < 1) return { kind: 'sonstiges', confidence: 0 }
  const lead = best[1] / (best[1] + (second?.[1] ?? 0))
  const confidence = lead * Math.min(1, best[1] / clearScore)
  return { kind: best[0], confidence: Math.round(confidence * 100) / 100 }
}

/** What a heading names first counts most: "Verdienst und Perspektive" is about pay. */
function headingScore(heading: string, pattern: RegExp): number {
  const index = heading.search(pattern)
  return index === -1 ? 0 : 1 - (0.4 * index) / heading.length
}

/** A place in a heading ("Leverkusener Besonderheiten") hints at the region, not more. */
function placeRules(placeName: string): Rule[] {
  const name = placeName.trim()
  if (name === '') return []
  const stem = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const adjective = name.endsWith('en') ? `|(?<!\\p{L})${stem.slice(0, -2)}(?:en)?er(?!\\p{L})` : ''
  return [rule('regionales', 1, `(?<!\\p{L})${stem}${adjective}`)]
}

function rule(kind: RuledKind, weight: number, source: string): Rule {
  return { kind, weight, pattern: new RegExp(source, 'giu') }
}
