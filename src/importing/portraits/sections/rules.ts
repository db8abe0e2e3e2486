import type { SectionKind } from '#model/section-kinds.ts'

/** A stem of words and what it says about a section: weight 3 settles it, 1 hints at it. */
export interface Rule {
  kind: SectionKind
  weight: number
  pattern: RegExp
}

/** What the words of German portraits say about their sections. */
export const rules: readonly Rule[] = [
  ...rulesOf('aufgaben', {
    3: 'aufgabe|tätigkeit|arbeitsalltag|berufsalltag|arbeitstag|tagesgeschäft|tagesablauf|zu tun ist|arbeitsinhalt|was (?!.{0,80}besonders).{0,40}(?:macht|machen|tut|tun|leistet|leisten)(?![\\p{L} ])',
    2: 'alltag|zuständig|verantwortungsbereich|\\bwas (?:macht|machen|tut)\\b|woraus die arbeit|womit .{0,20}tag|\\bein tag\\b|typische[rn]? (?:arbeits)?tag|kein tag wie|hinter den kulissen',
    1: 'verantwort|\\bplan(?:t|en|ung)\\b|koordin|betreu|organis|kümmer|steuer[nt]|dokumentier|überwach|begleite[nt]|bereite[nt]|prüf(?:t|en)\\b',
  }),
  ...rulesOf('anforderungen', {
    3: 'anforderung|voraussetzung|qualifikation(?:en|sprofil)?\\b|\\bwas zählt|kompetenz|fähigkeit|eigenschaft|mitbring|soft ?skill|skills?\\b|eignung|geeignet|können (?:muss|sollte)|worauf es ankommt',
    2: 'stärken|kenntnis|gefragt ist|gefragt sind|gefordert|gesucht werden|fingerspitz|\\bprofil\\b|talent|tugend|wer .{0,30}(?:passt|wohlfühlt|richtig ist)|erwart(?:en|ung)|worauf .{0,30}achten|rüstzeug|handwerkszeug',
    1: 'belastbar|teamfähig|sorgfalt|sorgfältig|kommunikation|geduld|überblick|wichtig|verlässlich|einfühlung|genauigkeit|flexib|hilfreich|verständnis für',
  }),
  ...rulesOf('arbeitsumfeld', {
    3: 'arbeitsumfeld|arbeitsbedingung|arbeitsumgebung|arbeitsklima|arbeitsort|einsatzort|arbeitszeit|arbeitsplatz|schichtdienst|schichtarbeit|homeoffice|home-office|rahmenbedingung|gearbeitet wird',
    2: '\\bumfeld|einsatzbereich|einsatzfeld|dienstplan|work-life|betriebsklima|rufbereitschaft|nachtdienst',
    1: 'büro|branchen|arbeitgeber|werkstatt|schicht|team\\b|kolleg|wochenend|teilzeit|remote|feierabend|baustelle|überstunden',
  }),
  ...rulesOf('zugang', {
    3: 'ausbildung(?!svergütung)|studium|zugang|einstiegsweg|quereinst|\\bwege? (?:hinein|in den beruf|in die|zum beruf|dahin|dorthin)|hineinkommt|berufseinstieg|kommt man in|wird man',
    2: 'abschluss|abschlüsse|berufsschule|lehre\\b|lehrzeit|umschulung|hochschul|\\bwie (?:man )?wird|fachschule|anerkennung',
    1: 'studi|bachelor|gesellenbrief|schulabschluss|prüfung|praktikum|abitur|lehrjahr|dreijährig|\\beinstieg\\b',
  }),
  ...rulesOf('regionales', {
    3: 'regional|standort|was .{0,30}besonders macht|besonderheit(?:en)? (?:in|von|der region|der stadt|vor ort)',
    2: 'vor ort|region\\b|besonderheit|\\bstadt\\b|umland|lokal|wirtschaftsraum|stadtteil|landeshauptstadt',
    1: 'mittelstand|nachbarstädt|nachbarstadt|ansässig|umgebung|unternehmen der|pendel|quartier|arbeitsmarkt|hafen|gewerbegebiet|innenstadt',
  }),
  ...rulesOf('verdienst', {
    3: 'verdien|gehalt(?!en|voll)|gehälter|lohn\\b|löhne|lohntüte|entgelt|einkommen|vergütung|bezahl|gehalts|einbringt|\\bsold\\b|am monatsende',
    2: 'brutto|netto\\b|\\bgeld\\b|€|\\beuro\\b|tarif|finanziell|\\bkonto\\b|übrig bleibt|zuschläge|portemonnaie',
  }),
  ...rulesOf('weiterbildung', {
    3: 'weiterbild|fortbild|weiterentwick|weiterqualif|spezialisier|aufstieg|weiterkomm|weiterlern|meisterbrief|meistertitel',
    2: 'seminar|lehrgang|lehrgäng|zertifi|meister(?:prüfung|schule)|fachwirt|karrierestuf|karriereleiter|nächste[nr]? (?:schritt|stufe)|weiter (?:zu|in)',
    1: 'kurs(?:e|en)?\\b|lernen|entwicklungsmöglich|techniker|leitungsposition|\\bmaster',
  }),
  ...rulesOf('perspektive', {
    3: 'perspektive|zukunft|ausblick|aussicht|prognose|wohin (?:es|die reise|der weg)|jobchancen|berufschancen',
    2: "trend|wandel|karriere|weitergeh|geht(?: e|’|')s weiter|entwicklungschance|fachkräftemangel|arbeitsmarkt|nachwuchs(?:mangel|sorgen)|\\bchancen\\b|jobsicher",
    1: 'nachfrage|bedarf|künftig|in den nächsten jahren|digitalisierung|automatisier|klimawandel|ruhestand',
  }),
  ...rulesOf('sonstiges', {
    3: '\\bfazit\\b|^(?:\\d+[.)] *)?(?:zum schluss|unterm strich|zusammenfass|schlusswort|häufige fragen|faq\\b|quellen)',
  }),
]

/** A place in a heading ("Bochumer Eigenheiten") hints at the region, not more. */
export function rulesOfPlace(placeName: string): Rule[] {
  const name = placeName.trim()
  if (name === '') return []
  const stem = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const adjectives = [`${stem}e?r`, ...(name.endsWith('en') ? [`${stem.slice(0, -2)}e?n?e?r`] : [])]
  return rulesOf('regionales', { 2: `(?<!\\p{L})(?:${stem}|${adjectives.join('|')})(?!\\p{L})` })
}

function rulesOf(kind: SectionKind, sources: Readonly<Record<number, string>>): Rule[] {
  return Object.entries(sources).map(([weight, source]) => ({
    kind,
    weight: Number(weight),
    pattern: new RegExp(source, 'giu'),
  }))
}
