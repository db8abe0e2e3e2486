// Verifies a portrait without asking the house anything but what is public, and without trusting its answers:
// receipt, keys, checkpoint and proof are data, and may come from a file. WebCrypto alone: Node and browsers.

import { findOddEvidence, isListOfTexts, isLogKey, type Evidence, type LogKey } from './evidence.ts'
import { canonical, findNoJson, isRecord } from './json.ts'

export type { Evidence, LogKey } from './evidence.ts'

/** A portrait, or the nationwide text within one, as GET /v1/portraits/… gives it by default. */
export type Verifiable = Readonly<Record<string, unknown>>

/** Verified, or everything that is wrong, in sentences. */
export interface Verdict {
  isVerified: boolean
  problems: string[]
  /**
   * Whether profession and region are what the text was published with, as its receipt names them. They may
   * change since, by a proposal that a second person confirmed. `unknown`: the receipt does not name them, or
   * the answer does not hold them.
   */
  referenceData: 'asPublished' | 'changedSince' | 'unknown'
  /**
   * When the house had to erase this text, where the proof says so by a leaf that is of this text: delete your
   * copies of it too. Null where it says nothing of the kind.
   */
  redactedAt: string | null
}

/** A checkpoint taken apart. */
export interface Checkpoint {
  origin: string
  size: number
  /** Base64. */
  root: string
  /** Names of the keys whose signatures are good: of the log, and of witnesses among the keys. */
  signedBy: string[]
}

/**
 * Says whether a portrait is what the house signed and put into its log: text and receipt to the byte, the
 * signature of a key, and a leaf in the tree of a signed checkpoint. Without a network. Whatever it is given,
 * it gives a verdict.
 */
export async function verifyPortrait(portrait: Verifiable, evidence: Evidence): Promise<Verdict> {
  const misfit = findNoJson(portrait)
  if (misfit !== undefined) {
    return refused([`The portrait holds what no JSON can, at "${misfit}".`])
  }
  const odd = findOddEvidence(evidence)
  if (odd.length > 0) return refused(odd)
  const problems: string[] = []
  const receipt = isRecord(portrait) ? portrait.receipt : undefined
  const log = isRecord(receipt) ? receipt.log : undefined
  if (!isRecord(receipt) || !isRecord(log)) {
    return refused(['The receipt names no entry of the log.'])
  }
  const referenceData = await compareReference(portrait, receipt.reference)
  const entry = await entryOf(portrait, receipt, bytesOf(log.salt), evidence.place)
  if (base64Of(entry) !== log.entry) {
    problems.push('The text, or its receipt, is not the one that was published.')
  }
  problems.push(...(await findSignatureProblems(entry, receipt, log, evidence.keys)))
  const checkpoint = await verifyCheckpoint(evidence.checkpoint, evidence.keys)
  if (!checkpoint) {
    return {
      isVerified: false,
      problems: [...problems, 'No key that signs now has signed the checkpoint.'],
      referenceData,
      redactedAt: null,
    }
  }
  const redactedAt = await readRedaction(portrait, receipt, { evidence, checkpoint })
  if (evidence.proof.redacted && redactedAt === null) {
    problems.push('What the proof says of an erasure is not of this text, or not in the log.')
  }
  const leaf = await sha256(Uint8Array.of(0), entry)
  const { index, proof } = evidence.proof
  const root = await rootFromInclusion({ index, size: checkpoint.size, leaf, proof })
  if (root === undefined || base64Of(root) !== checkpoint.root) {
    problems.push('The log does not hold it where the proof says.')
  }
  return { isVerified: problems.length === 0, problems, referenceData, redactedAt }
}

/** The verdict on what is not compared with anything. */
function refused(problems: string[]): Verdict {
  return { isVerified: false, problems, referenceData: 'unknown', redactedAt: null }
}

/**
 * When the leaf that the proof names says that this text was erased; null where it says something else, or is not
 * in the log: anybody can make up such a leaf.
 */
async function readRedaction(
  portrait: Verifiable,
  receipt: Verifiable,
  { evidence, checkpoint }: { evidence: Evidence; checkpoint: Checkpoint },
): Promise<string | null> {
  const { redacted } = evidence.proof
  if (!redacted) return null
  const { at, salt, index, proof } = redacted
  const statement = { kind: 'redaction', at, ...subjectOf(portrait, receipt, evidence.place) }
  const entry = await sha256(bytesOf(salt), utf8(canonical(statement)))
  const leaf = await sha256(Uint8Array.of(0), entry)
  const root = await rootFromInclusion({ index, size: checkpoint.size, leaf, proof })
  const isInLog = root !== undefined && base64Of(root) === checkpoint.root
  return isInLog && base64Of(entry) === redacted.entry ? at : null
}

async function compareReference(
  { profession, region }: Verifiable,
  named: unknown,
): Promise<Verdict['referenceData']> {
  if (typeof named !== 'string' || !isRecord(profession)) return 'unknown'
  const shown = hexOf(await sha256(utf8(canonical({ profession, region: region ?? null }))))
  return shown === named ? 'asPublished' : 'changedSince'
}

/**
 * A checkpoint that a key of the log signed; undefined where none did. What a key signed that has ended by these
 * keys counts for nothing: with keys from before its end, an old checkpoint is verified as it was then.
 */
export async function verifyCheckpoint(
  note: string,
  keys: readonly LogKey[],
): Promise<Checkpoint | undefined> {
  if (typeof note !== 'string' || !Array.isArray(keys)) return undefined
  const end = note.lastIndexOf('\n\n')
  if (end < 0) return undefined
  const text = note.slice(0, end + 1)
  const [origin = '', size = '', root = ''] = text.split('\n')
  if (!/^(?:0|[1-9]\d{0,15})$/.test(size) || !isSize(Number(size))) return undefined
  const signedBy: string[] = []
  let isOfLog = false
  for (const line of note.slice(end + 2).split('\n')) {
    const [, name = '', written = ''] = /^— (\S+) (\S+)$/.exec(line) ?? []
    const bytes = bytesOf(written)
    for (const { verifier, until } of keys.filter(isLogKey)) {
      const key = await readKey(verifier)
      if (!key || key.name !== name || key.id !== hexOf(bytes.slice(0, 4))) continue
      const isCosignature = key.algorithm === 4
      const time = bytes.slice(4, 12)
      const words = isCosignature
        ? `cosignature/v1\ntime ${String(BigInt(`0x${hexOf(time) || '0'}`))}\n${text}`
        : text
      const signature = bytes.slice(isCosignature ? 12 : 4)
      if (!(await isSigned(words, signature, key.publicKey))) continue
      signedBy.push(name)
      // A checkpoint does not say when it was signed: a key that has ended may sign as of any day.
      const hasEnded = until !== undefined && until !== null
      if (!isCosignature && name === origin && !hasEnded) isOfLog = true
    }
  }
  return isOfLog ? { origin, size: Number(size), root, signedBy } : undefined
}

/**
 * Says whether the log of a later checkpoint goes on from an earlier one: nothing was changed, taken out or
 * put in between. Two of one size with different roots are a split view.
 *
 * @param proof of /v1/log/consistency?from=…&to=…
 */
export async function isConsistent(
  earlier: Pick<Checkpoint, 'origin' | 'size' | 'root'>,
  later: Pick<Checkpoint, 'origin' | 'size' | 'root'>,
  proof: readonly string[],
): Promise<boolean> {
  if (![earlier, later].every((each) => isRecord(each) && isSize(each.size))) return false
  if (!isListOfTexts(proof)) return false
  if (earlier.origin !== later.origin || earlier.size > later.size) return false
  if (earlier.size === later.size) return earlier.root === later.root && proof.length === 0
  if (earlier.size === 0) return proof.length === 0
  // RFC 9162, 2.1.4.2
  const path = proof.map(bytesOf)
  if (isPowerOfTwo(earlier.size)) path.unshift(bytesOf(earlier.root))
  let first = earlier.size - 1
  let second = later.size - 1
  while (first % 2 === 1) {
    first = half(first)
    second = half(second)
  }
  const [start, ...rest] = path
  if (!start) return false
  let fromFirst = start
  let fromSecond = start
  for (const hash of rest) {
    if (second === 0) return false
    if (first % 2 === 1 || first === second) {
      fromFirst = await hashOfNode(hash, fromFirst)
      fromSecond = await hashOfNode(hash, fromSecond)
      while (first % 2 === 0 && first !== 0) {
        first = half(first)
        second = half(second)
      }
    } else {
      fromSecond = await hashOfNode(fromSecond, hash)
    }
    first = half(first)
    second = half(second)
  }
  return second === 0 && base64Of(fromFirst) === earlier.root && base64Of(fromSecond) === later.root
}

/** The root that an inclusion proof comes to (RFC 9162, 2.1.3.2); undefined where it cannot be one. */
export async function rootFromInclusion(of: {
  index: number
  size: number
  leaf: Uint8Array<ArrayBuffer>
  proof: readonly string[]
}): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { index, size, leaf, proof } = of
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined
  let place = index
  let last = size - 1
  let root = leaf
  for (const written of proof) {
    const hash = bytesOf(written)
    if (last === 0 || hash.length !== 32) return undefined
    if (place % 2 === 1 || place === last) {
      root = await hashOfNode(hash, root)
      while (place % 2 === 0 && place !== 0) {
        place = half(place)
        last = half(last)
      }
    } else {
      root = await hashOfNode(root, hash)
    }
    place = half(place)
    last = half(last)
  }
  return last === 0 ? root : undefined
}

/** What of an answer is no part of its text: reference data, jobs, and what is made of both. */
const surroundings: ReadonlySet<string> = new Set([
  'id',
  'href',
  'profession',
  'region',
  'title',
  'seo',
  'receipt',
  'profile',
  'jobs',
  'neighbours',
  'jsonLd',
])

async function entryOf(
  portrait: Verifiable,
  receipt: Verifiable,
  salt: Uint8Array<ArrayBuffer>,
  place: Evidence['place'],
): Promise<Uint8Array<ArrayBuffer>> {
  const text = Object.fromEntries(
    Object.entries(portrait).filter(([name]) => !surroundings.has(name)),
  )
  const { log: _, reference, ...bound } = receipt
  const statement = {
    kind: 'publication',
    ...subjectOf(portrait, receipt, place),
    text: hexOf(await sha256(utf8(canonical(text)))),
    receipt: hexOf(
      await sha256(
        utf8(
          canonical({
            ...bound,
            // Leaves from before receipts named it say nothing of it.
            ...(reference === null || reference === undefined ? {} : { reference }),
            approvals: withoutNames(receipt.approvals),
            signOffs: withoutNames(receipt.signOffs),
          }),
        ),
      ),
    ),
  }
  return sha256(salt, utf8(canonical(statement)))
}

/** What every leaf of a text says: which one it is, and where it stands. */
function subjectOf(portrait: Verifiable, receipt: Verifiable, place: Evidence['place']) {
  return {
    v: 1,
    document: portrait.id,
    profession: place ? place.profession : idOf(portrait.profession),
    region: place ? place.region : idOf(portrait.region),
    digest: receipt.digest,
  }
}

/** Names can be withdrawn; what is bound is who it was, and when. */
function withoutNames(given: unknown): unknown {
  return Array.isArray(given)
    ? given.map((each: unknown) =>
        isRecord(each)
          ? Object.fromEntries(Object.entries(each).filter(([name]) => name !== 'by'))
          : each,
      )
    : given
}

async function findSignatureProblems(
  entry: Uint8Array<ArrayBuffer>,
  receipt: Verifiable,
  log: Verifiable,
  keys: readonly LogKey[],
): Promise<string[]> {
  if (log.signature === 'pending') return ['The receipt is not signed yet.']
  const listed = keys.find(({ verifier }) => verifier.startsWith(`${textOf(log.key)}+`))
  const key = listed && (await readKey(listed.verifier))
  if (!key || `${key.name}+${key.id}` !== log.key) return ['None of the keys signed the receipt.']
  const words = `berufsbild.receipt/v1\n${key.name}\n${base64Of(entry)}\n`
  const problems: string[] = []
  if (!(await isSigned(words, bytesOf(log.signature), key.publicKey))) {
    problems.push('The signature of the receipt is not that of its key.')
  }
  const { until = null } = listed
  if (until !== null && textOf(receipt.publishedAt) > until) {
    problems.push('The key of the receipt had ended before the text was published.')
  }
  return problems
}

async function readKey(verifier: string) {
  const [, name = '', id = '', written = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(verifier) ?? []
  const bytes = bytesOf(written)
  const [algorithm] = bytes
  if (bytes.length !== 33 || (algorithm !== 1 && algorithm !== 4)) return undefined
  const expected = hexOf((await sha256(utf8(`${name}\n`), bytes)).slice(0, 4))
  return expected === id ? { name, id, algorithm, publicKey: bytes.slice(1) } : undefined
}

async function isSigned(
  words: string,
  signature: Uint8Array<ArrayBuffer>,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (signature.length !== 64) return false
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, signature, utf8(words))
  } catch (error) {
    // These bytes are no key.
    if (error instanceof DOMException && error.name === 'DataError') return false
    throw error
  }
}

function idOf(entry: unknown): unknown {
  return isRecord(entry) ? entry.id : (entry ?? null)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isSize(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function hashOfNode(left: Uint8Array<ArrayBuffer>, right: Uint8Array<ArrayBuffer>) {
  return sha256(Uint8Array.of(1), left, right)
}

async function sha256(...parts: Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all))
}

function half(number: number): number {
  return Math.floor(number / 2)
}

function isPowerOfTwo(number: number): boolean {
  let power = 1
  while (power < number) power *= 2
  return power === number
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** What is no base64, or another way to write the same bytes, is nothing: it verifies nothing. */
function bytesOf(base64: unknown): Uint8Array<ArrayBuffer> {
  try {
    const bytes = Uint8Array.from(atob(textOf(base64)), (sign) => sign.charCodeAt(0))
    return base64Of(bytes) === base64 ? bytes : new Uint8Array()
  } catch {
    return new Uint8Array()
  }
}

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
