import { createHash } from 'node:crypto'

// The Merkle tree of RFC 9162, 2.1, written from its text and from nothing of the product's: over a list of all
// entries, by its recursive definitions.

/** MTH(D[n]) */
export function treeHead(entries: readonly Buffer[]): Buffer {
  const [only] = entries
  if (entries.length === 0) return sha256()
  if (entries.length === 1 && only) return sha256(Buffer.from([0]), only)
  const k = largestPowerBelow(entries.length)
  return sha256(Buffer.from([1]), treeHead(entries.slice(0, k)), treeHead(entries.slice(k)))
}

/** PATH(m, D[n]) */
export function path(m: number, entries: readonly Buffer[]): Buffer[] {
  if (entries.length === 1) return []
  const k = largestPowerBelow(entries.length)
  const [left, right] = [entries.slice(0, k), entries.slice(k)]
  return m < k ? [...path(m, left), treeHead(right)] : [...path(m - k, right), treeHead(left)]
}

/** PROOF(m, D[n]) */
export function proof(m: number, entries: readonly Buffer[]): Buffer[] {
  return subproof(m, entries, true)
}

function subproof(m: number, entries: readonly Buffer[], isWhole: boolean): Buffer[] {
  if (m === entries.length) return isWhole ? [] : [treeHead(entries)]
  const k = largestPowerBelow(entries.length)
  const [left, right] = [entries.slice(0, k), entries.slice(k)]
  return m <= k
    ? [...subproof(m, left, isWhole), treeHead(right)]
    : [...subproof(m - k, right, false), treeHead(left)]
}

function largestPowerBelow(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1))
}

function sha256(...parts: Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest()
}
