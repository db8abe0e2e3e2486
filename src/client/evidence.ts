import { isRecord } from './json.ts'

/** A key as /v1/keys lists it; what it signed after its end counts for nothing. */
export interface LogKey {
  verifier: string
  until?: string | null
}

/** What a portrait is held against. */
export interface Evidence {
  /** Of keys that you trust: kept from before, or compared with others. */
  keys: readonly LogKey[]
  /** The text of /v1/log/checkpoint. */
  checkpoint: string
  /** Of /v1/log/proof?entry=…&size=…, for the size of the checkpoint. */
  proof: {
    index: number
    proof: readonly string[]
    redacted?: {
      at: string
      entry: string
      salt: string
      index: number
      proof: readonly string[]
    } | null
  }
  /** Only where a portrait holds the nationwide text too, and that is to be verified: whose it is. */
  place?: { profession: string; region: string | null }
}

/**
 * What of some evidence is not as the house gives it, in sentences. It may come from a file, or from whoever wants
 * a portrait believed: nothing of it is taken for what its type says.
 */
export function findOddEvidence(evidence: unknown): string[] {
  if (!isRecord(evidence)) return ['There is no evidence.']
  const { keys, checkpoint, proof, place } = evidence
  return [
    Array.isArray(keys) && keys.every(isLogKey) ? '' : 'The keys are not as /v1/keys lists them.',
    typeof checkpoint === 'string' ? '' : 'The checkpoint is no text.',
    isRecord(proof) && isPath(proof) && isErasure(proof.redacted ?? null)
      ? ''
      : 'The proof is not as /v1/log/proof gives it.',
    place === undefined || isPlace(place) ? '' : 'The place names no profession and no region.',
  ].filter((problem) => problem !== '')
}

/** Says whether a value is a key as it is listed; what its words are worth is another matter. */
export function isLogKey(value: unknown): value is LogKey {
  return isRecord(value) && typeof value.verifier === 'string' && isTextOrNull(value.until ?? null)
}

/** Says whether a value is a list of texts, as a path through the tree is. */
export function isListOfTexts(value: unknown): value is readonly string[] {
  // Not by `every`, which passes over holes.
  return Array.isArray(value) && Array.from(value as unknown[]).every(isText)
}

function isPath({ index, proof }: Record<string, unknown>): boolean {
  return typeof index === 'number' && isListOfTexts(proof)
}

function isErasure(value: unknown): boolean {
  if (value === null) return true
  return isRecord(value) && isPath(value) && [value.at, value.entry, value.salt].every(isText)
}

function isPlace(value: unknown): boolean {
  return isRecord(value) && isText(value.profession) && isTextOrNull(value.region)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value)
}
