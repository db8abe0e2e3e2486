import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

// Signed notes as C2SP says (c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature): a text, and lines with a
// name and a signature. Keys are Ed25519, and are written on one line.

/** A key that signs. */
export interface SigningKey {
  /** What the log is called, on every checkpoint. */
  name: string
  /** Eight hex digits, by which a signature says whose it is. */
  id: string
  seed: Buffer
}

/** A key that verifies: `name+id+base64(algorithm and key)`. */
export interface VerifierKey {
  name: string
  id: string
  algorithm: number
  publicKey: Buffer
}

const ed25519 = 1
const cosignature = 4
// What stands before the 32 bytes of a key in the encodings that Node reads (RFC 8410).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const spki = Buffer.from('302a300506032b6570032100', 'hex')

/** Makes a key of 32 random bytes. */
export function makeSigningKey(name: string, seed: Buffer): SigningKey {
  return { name, id: keyId(name, ed25519, publicKeyOf(seed)), seed }
}

/** Writes a key on one line; whoever has the line can sign. */
export function writeSigningKey({ name, id, seed }: SigningKey): string {
  return `PRIVATE+KEY+${name}+${id}+${Buffer.concat([Buffer.from([ed25519]), seed]).toString('base64')}`
}

/** Reads such a line; undefined where it is none. */
export function readSigningKey(line: string): SigningKey | undefined {
  const found = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line.trim())
  if (!found) return undefined
  const [, name = '', id = '', written = ''] = found
  const bytes = Buffer.from(written, 'base64')
  if (bytes.length !== 33 || bytes[0] !== ed25519) return undefined
  const key = makeSigningKey(name, bytes.subarray(1))
  return key.id === id ? key : undefined
}

/** The line by which others verify what a key signs. */
export function verifierLineOf({ name, id, seed }: SigningKey): string {
  const key = Buffer.concat([Buffer.from([ed25519]), publicKeyOf(seed)])
  return `${name}+${id}+${key.toString('base64')}`
}

/** Reads such a line, of a log or of a witness; undefined where it is none. */
export function readVerifierKey(line: string): VerifierKey | undefined {
  const found = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line.trim())
  if (!found) return undefined
  const [, name = '', id = '', written = ''] = found
  const [algorithm = 0, ...key] = Buffer.from(written, 'base64')
  const publicKey = Buffer.from(key)
  const isKnown = algorithm === ed25519 || algorithm === cosignature
  if (!isKnown || publicKey.length !== 32) return undefined
  return keyId(name, algorithm, publicKey) === id ? { name, id, algorithm, publicKey } : undefined
}

/** Says whether a key is a witness's, for checkpoints of others. */
export function isCosignatureKey({ algorithm }: VerifierKey): boolean {
  return algorithm === cosignature
}

/** Signs words; the signature in base64. */
export function signWords(words: string, { seed }: SigningKey): string {
  return sign(null, Buffer.from(words), privateKeyOf(seed)).toString('base64')
}

export function isSigned(words: string, signature: Buffer, publicKey: Buffer): boolean {
  const key = createPublicKey({
    key: Buffer.concat([spki, publicKey]),
    format: 'der',
    type: 'spki',
  })
  return signature.length === 64 && verify(null, Buffer.from(words), key, signature)
}

/** The text of a checkpoint: whose log, of how many leaves, with which root. */
export function checkpointText(origin: string, size: number, root: Buffer): string {
  return `${origin}\n${String(size)}\n${root.toString('base64')}\n`
}

/** A text with the signature of a key below it. */
export function signNote(text: string, key: SigningKey): string {
  const signature = Buffer.from(signWords(text, key), 'base64')
  return `${text}\n${signatureLine(key, signature)}\n`
}

/** The words that a witness signs who has seen a checkpoint at a time, in seconds since 1970. */
export function cosignedWords(text: string, time: bigint): string {
  return `cosignature/v1\ntime ${String(time)}\n${text}`
}

/** A line below a note, taken apart; undefined where it is none. */
export function readSignatureLine(
  line: string,
): { name: string; id: string; signature: Buffer } | undefined {
  const found = /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line)
  if (!found) return undefined
  const [, name = '', written = ''] = found
  const bytes = Buffer.from(written, 'base64')
  if (bytes.length < 5) return undefined
  return { name, id: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) }
}

function signatureLine({ name, id }: { name: string; id: string }, signature: Buffer): string {
  return `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')}`
}

function keyId(name: string, algorithm: number, publicKey: Buffer): string {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([algorithm]))
    .update(publicKey)
    .digest('hex')
    .slice(0, 8)
}

function privateKeyOf(seed: Buffer) {
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
}

function publicKeyOf(seed: Buffer): Buffer {
  return createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(-32)
}
