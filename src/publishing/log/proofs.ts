import { prove } from '#database/proofs.ts'

/** A row of a table that the public log is made of, by the columns that its trigger names (functions/log.sql). */
export type ProvedRow =
  | readonly [
      what: 'leaf',
      entry: Buffer,
      document: string,
      digest: string | null,
      redacts: string | null,
      statement: string,
      salt: Buffer,
      signature: string | null,
    ]
  | readonly [what: 'node', level: number, number: number, hash: Buffer]
  | readonly [what: 'checkpoint', size: number, root: Buffer, note: string]
  | readonly [what: 'cosignature', size: number, witness: string, line: string]

/**
 * Proves that the product writes this row: what the log is made of is signed and served, whoever has written it.
 *
 * @param secret Payload's
 */
export function proveRow(secret: string, [what, ...values]: ProvedRow): string {
  return prove(secret, what, values.map(asWritten))
}

/** A value as PostgreSQL writes it. */
function asWritten(value: Buffer | string | number | null): string | null {
  if (value === null) return null
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value)
}
