import { isRecord } from '#model/documents.ts'
import { nodesOf, typedAddressOf } from '#rich-text/nodes.ts'
import { plainTextOf } from '#rich-text/plain-text.ts'
import { isSame } from '../canonical.ts'
import type { Finding } from './change.ts'
import { kindOf, whereabouts, type Place } from './place.ts'
import { judgeProse, judgeWording } from './prose.ts'
import { tokensOf } from './tokens.ts'
import { compareWords } from './words.ts'

/** The change of a text; only running text may change cosmetically. */
export function compareText(
  place: Place,
  judgement: 'prose' | 'wording',
  values: { before: unknown; after: unknown },
): Finding {
  const before = textOf(values.before)
  const after = textOf(values.after)
  const kind = kindOf(place, values.before, values.after)
  const judged = judgement === 'prose' ? judgeProse(before, after) : judgeWording(before, after)
  return {
    change: {
      ...whereabouts(place),
      kind,
      // A text of punctuation alone that comes or goes is still a text that comes or goes.
      risk: kind !== 'changed' && judged.risk === 'cosmetic' ? 'text' : judged.risk,
      before: before === '' ? null : before,
      after: after === '' ? null : after,
      words: compareWords(before, after),
    },
    typos: judged.typos,
  }
}

/**
 * The changes of rich text: of its plain text, of where its links lead, and of its formatting when
 * nothing but that changed.
 */
export function compareRichText(
  place: Place,
  { before, after }: { before: unknown; after: unknown },
): Finding[] {
  const old = { text: plainTextOf(before), links: linksIn(before) }
  const fresh = { text: plainTextOf(after), links: linksIn(after) }
  const findings: Finding[] = []
  if (old.text !== fresh.text) {
    const judged = judgeProse(old.text, fresh.text)
    const isMoreThanWording = !isSame(
      place.part.kind,
      withoutWording(before),
      withoutWording(after),
    )
    const isGraver = judged.risk === 'cosmetic' && isMoreThanWording
    findings.push({
      change: {
        ...whereabouts(place),
        kind: kindOf(place, before, after),
        risk: isGraver ? 'text' : judged.risk,
        before: old.text,
        after: fresh.text,
        words: compareWords(old.text, fresh.text),
      },
      typos: isGraver ? 0 : judged.typos,
    })
  }
  if (JSON.stringify(old.links) !== JSON.stringify(fresh.links)) {
    findings.push({
      change: {
        ...whereabouts({ ...place, path: `${place.path}.links`, field: `${place.field}.links` }),
        kind: 'changed',
        risk: 'text',
        before: old.links,
        after: fresh.links,
      },
      typos: 0,
    })
  }
  return findings.length > 0 ? findings : [formatting(place, before, after)]
}

function formatting(place: Place, before: unknown, after: unknown): Finding {
  return {
    change: {
      ...whereabouts(place),
      kind: kindOf(place, before, after),
      risk: 'text',
      before: plainTextOf(before),
      after: plainTextOf(after),
    },
    typos: 0,
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** An editor state in which the number of words stands for every text: what formats which words. */
function withoutWording(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWording)
  if (!isRecord(value)) return value
  const rest = Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, withoutWording(part)]),
  )
  return value.type === 'text' && typeof value.text === 'string'
    ? { ...rest, text: `${String(tokensOf(value.text).length)} words` }
    : rest
}

function linksIn(state: unknown): string[] {
  return nodesOf(state).flatMap((node) => typedAddressOf(node) ?? [])
}
