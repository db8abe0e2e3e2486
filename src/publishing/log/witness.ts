import { eq } from 'drizzle-orm'
import { createLocalReq, type Payload } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { inTransaction } from '#database/transaction.ts'
import {
  cosignedWords,
  isCosignatureKey,
  isSigned,
  readSignatureLine,
  readVerifierKey,
  type VerifierKey,
} from '#read-model/log/note.ts'
import { logCheckpoints, logCosignatures, logKeys } from '#read-model/tables.ts'
import { listWitness } from './keys.ts'
import { proveRow } from './proofs.ts'

// Witnesses: others who sign a checkpoint when they have seen that it goes on from the one before (C2SP
// tlog-cosignature). A log that shows different people different trees gets no such signatures.

/**
 * Lists the key of a witness, whose signatures are accepted from then on.
 *
 * @param verifier the key on one line, as the witness writes it
 * @throws Error where it is none for cosignatures
 */
export async function addWitness(payload: Payload, verifier: string): Promise<VerifierKey> {
  const key = readVerifierKey(verifier)
  if (!key || !isCosignatureKey(key)) throw new Error('This is no key for cosignatures.')
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => listWitness(req, verifier.trim()))
  return key
}

/**
 * Accepts what witnesses have signed: a checkpoint of this log with their lines below. Gives the names of those
 * whose signatures are good, and are served with the checkpoint from now on.
 *
 * @throws Error where the checkpoint is none of this log
 */
export async function acceptCosignatures(payload: Payload, note: string): Promise<string[]> {
  const db = await sqlIn(await createLocalReq({}, payload))
  const end = note.indexOf('\n\n')
  const text = note.slice(0, end + 1)
  const size = Number(text.split('\n')[1])
  const [known] = Number.isSafeInteger(size)
    ? await db
        .select({ note: logCheckpoints.note })
        .from(logCheckpoints)
        .where(eq(logCheckpoints.size, size))
    : []
  if (end < 0 || known?.note.startsWith(`${text}\n`) !== true) {
    throw new Error('This log has no such checkpoint.')
  }
  const witnesses = await readWitnesses(db)
  const accepted: string[] = []
  for (const line of note.slice(end + 2).split('\n')) {
    const name = witnessOf(text, line, witnesses)
    if (name === undefined) continue
    const proof = proveRow(payload.secret, ['cosignature', size, name, line])
    await db
      .insert(logCosignatures)
      .values({ size, witness: name, line, proof })
      .onConflictDoNothing()
    accepted.push(name)
  }
  return accepted
}

async function readWitnesses(db: Sql): Promise<VerifierKey[]> {
  const rows = await db
    .select({ verifier: logKeys.verifier })
    .from(logKeys)
    .where(eq(logKeys.kind, 'witness'))
  return rows.flatMap(({ verifier }) => readVerifierKey(verifier) ?? [])
}

/** Whose signature of a checkpoint's text a line is; undefined where it is nobody's among the witnesses. */
export function witnessOf(
  text: string,
  line: string,
  witnesses: readonly VerifierKey[],
): string | undefined {
  const read = readSignatureLine(line)
  // Eight bytes say when, in seconds since 1970; the signature follows.
  if (!read || read.signature.length !== 8 + 64) return undefined
  const key = witnesses.find(({ name, id }) => name === read.name && id === read.id)
  const words = cosignedWords(text, read.signature.readBigUInt64BE(0))
  return key && isSigned(words, read.signature.subarray(8), key.publicKey) ? key.name : undefined
}
