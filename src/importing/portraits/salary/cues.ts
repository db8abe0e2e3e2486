import type { Clause } from './clauses.ts'
import { distanceTo } from './nearest.ts'

/** Words about pay; "gehalten" and "lohnt" are none. */
const payWords =
  /verdien|gehalt(?!en|voll)|gehälter|(?<!be)lohn(?!t(?!\p{L})|en(?:d|swert|(?!\p{L})))|löhne|entgelt|einkommen|vergüt|brutto|netto|besoldung|honorar|fixum|bezüge|(?<!\p{L})(?:sold|gage|bezahlung)(?!\p{L})/giu

/** Words about pay that may be about a price as well. */
const weakPayWords = /bezahlt? (?:wird|werden|man ihnen)|zahlen (?:die )?(?:betriebe|arbeitgeber)/iu

const extras =
  'zulage|zuschlag|zuschläg|prämie|bonus|boni|weihnachtsgeld|urlaubsgeld|provision|spesen|sonderzahlung|steuer|abzüge|überstunden'

/** Money that is not the pay of the profession. */
const otherMoney = new RegExp(
  `${extras}|umsatz|umsätz|investition|investier|budget|kosten(?!los|frei|günstig)|kostet|koste(?!n)|` +
    'million|milliard|(?<!\\p{L})(?:mio|mrd)(?!\\p{L})|gebühr|förder(?!band|technik)|zuschuss|' +
    'zuschüsse|kindergeld|schulgeld|lehrgeld|trinkgeld|kaution|miete|bafög|preis(?!lich|wert)|' +
    'stipendi|darlehen|kredit|eigenanteil|ersparnis|einspar|freibetrag|pauschale|anschaff|ticket|' +
    'beitragsbemessung|auftragsw|auftragsv|strafe|bußgeld|im wert von|provision|erlös|' +
    '(?<!\\p{L})gewinn(?:e|s)?(?!\\p{L})|fällig|hinlegen|aufbringen|berappen|aus eigener tasche|zu buche|' +
    '(?:kurs|lehrgang|seminar|schulung|meisterschule|führerschein|prüfung|zertifikat)\\p{L}{0,30}\\s+(?:für|zu|um|ab|à|(?:selbst |privat )?bezahl\\p{L}*)(?!\\p{L})',
  'giu',
)

const percent = '\\d+(?:,\\d+)?(?:\\s*%(?:ig\\p{L}+)?|\\s*prozent|-?prozentig\\p{L}+)(?!\\p{L})'
const sum = `(?:von|in höhe|bis|über|um|ab|zwischen)(?!\\s+(?:(?:von|zu|rund|etwa)\\s+)*${percent})`
const beside = [
  '(?<!\\p{L})(?:mit|ohne|dazu|hinzu|vor|nach|sowie|und)\\s+' +
    `(?:(?:kommen|kommt|noch|alle|allen|etwaige|diverse|der|den|die|bis zu|${percent})\\s+)*`,
  '(?<!\\p{L})(?:inkl\\.|inklusive|einschließlich|samt|plus|zuzüglich|zzgl\\.|nebst)\\s+' +
    `(?:(?:\\p{L}+|${percent})\\s+){0,4}?`,
  `,\\s+${percent}\\s+`,
]

/** "2.900 € plus 5 Prozent Zulage" is pay; "eine Zulage von 200 €" is none. */
const besides = new RegExp(
  `(?:${beside.join('|')})\\p{L}*(?:${extras})\\p{L}*(?!\\p{L}|\\s+${sum})`,
  'giu',
)

/** The pay of apprentices, trainees and helpers: a thing of its own, whatever else is said. */
const trainingPay =
  /ausbildungsvergütung|ausbildungsgehalt|ausbildungsentgelt|azubi|auszubildende|lehrjahr|lehrling|ausbildungsjahr|praktikant|praktikum|werkstudent|volontär|minijob|dual\p{L}{0,2} studierende|anwärter/iu

/** Those who have left training behind. */
const afterTraining =
  /ausgelernt|fachkr[aä]ft|gesell|einsteig|einstieg|übernahme|nach (?:der|abgeschlossener|bestandener|erfolgreicher) (?:ausbildung|prüfung|lehre)|danach|anschließend/iu

/** "Im dritten Jahr sind es 1.300 €", after a sentence on apprentices. */
const yearOfTraining =
  /im (?:ersten|zweiten|dritten|vierten|letzten|[1-4]\.)(?: und \p{L}+)?(?: jahr)?(?!\p{L})/iu

/** Says whether a text speaks of pay. */
export function speaksOfPay(text: string): boolean {
  return text.search(payWords) !== -1 || weakPayWords.test(text)
}

/** Says whether a text speaks of what apprentices get, having heard the words before it. */
export function speaksOfTraining(text: string, wasTraining: boolean): boolean {
  if (trainingPay.test(text)) return true
  if (!wasTraining || afterTraining.test(text)) return false
  return yearOfTraining.test(text) || !speaksOfPay(text)
}

/** Says whether a sentence goes on about apprentices after one that was about them. */
export function goesOnAboutTraining(sentence: string): boolean {
  return yearOfTraining.test(sentence) && !afterTraining.test(sentence)
}

/** Says whether the amount of a clause is something else than pay, by the nearer of its words. */
export function isOtherMoney(clause: Clause): boolean {
  const { start, end } = clause
  if (/^-(?:job|basis|kraft|ticket)|^\s+wert(?!\p{L})/iu.test(clause.text.slice(end))) return true
  const text = clause.text.replace(besides, (words) => ' '.repeat(words.length))
  return distanceTo(text, otherMoney, { start, end }) < distanceTo(text, payWords, { start, end })
}

/**
 * Whether an amount is before tax: the nearest word of its clause decides, else of its sentence, else
 * of the line that leads to its list.
 */
export function grossOf(clause: Clause, sentence: string, leadIn: string): boolean | null {
  return (
    nearerOfGrossAndNet(clause.text, clause) ??
    nearerOfGrossAndNet(sentence, clause.amount) ??
    nearerOfGrossAndNet(leadIn, { start: leadIn.length, end: leadIn.length })
  )
}

function nearerOfGrossAndNet(text: string, place: { start: number; end: number }): boolean | null {
  const gross = distanceTo(text, /brutto/giu, place)
  const net = distanceTo(text, /netto/giu, place)
  return gross === net ? null : gross < net
}
