import { createHash } from 'node:crypto'

// The Merkle tree of the log (RFC 9162, 2.1), over tiles of 256 hashes (C2SP tlog-tiles): a tile of level 0
// holds hashes of leaves, one of a higher level the roots of full tiles below it.

/** Hashes in a full tile. */
export const tileWidth = 256

/** Gives the first so many hashes of a tile. */
export type ReadTile = (level: number, number: number, width: number) => Promise<readonly Buffer[]>

export function hashOfLeaf(entry: Buffer): Buffer {
  return sha256(Buffer.from([0]), entry)
}

/** The root of a full or partial tile by its hashes. @throws Error where there are none */
export function rootOfHashes(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes
  if (hashes.length === 1 && only) return only
  if (hashes.length === 0) return createHash('sha256').digest()
  const split = splitOf(hashes.length)
  return sha256(
    Buffer.from([1]),
    rootOfHashes(hashes.slice(0, split)),
    rootOfHashes(hashes.slice(split)),
  )
}

/** The root of a tree of so many leaves. */
export function rootOf(size: number, readTile: ReadTile): Promise<Buffer> {
  return size === 0 ? Promise.resolve(rootOfHashes([])) : rootBetween(0, size, size, readTile)
}

/** That a leaf is in a tree of so many: RFC 9162, 2.1.3.1. */
export async function inclusionProof(
  index: number,
  size: number,
  readTile: ReadTile,
): Promise<Buffer[]> {
  const path = async (start: number, end: number): Promise<Buffer[]> => {
    if (end - start === 1) return []
    const middle = start + splitOf(end - start)
    return index < middle
      ? [...(await path(start, middle)), await rootBetween(middle, end, size, readTile)]
      : [...(await path(middle, end)), await rootBetween(start, middle, size, readTile)]
  }
  return path(0, size)
}

/** That a tree of so many leaves goes on from a smaller one: RFC 9162, 2.1.4.1. */
export async function consistencyProof(
  from: number,
  size: number,
  readTile: ReadTile,
): Promise<Buffer[]> {
  const prove = async (start: number, end: number, isWhole: boolean): Promise<Buffer[]> => {
    if (from === end) return isWhole ? [] : [await rootBetween(start, end, size, readTile)]
    const middle = start + splitOf(end - start)
    return from <= middle
      ? [...(await prove(start, middle, isWhole)), await rootBetween(middle, end, size, readTile)]
      : [...(await prove(middle, end, false)), await rootBetween(start, middle, size, readTile)]
  }
  return from === 0 || from === size ? [] : prove(0, size, true)
}

/** The root over the leaves from one up to another, of a tree of so many: by whole tiles where there are. */
async function rootBetween(
  start: number,
  end: number,
  size: number,
  readTile: ReadTile,
): Promise<Buffer> {
  const length = end - start
  for (let level = 0, span = 1; span <= length; level += 1, span *= tileWidth) {
    // Subtrees of the proofs are of a power of two, from a multiple of it on, or reach to the end.
    const isOfSpans = start % span === 0 && length % span === 0
    if (isOfSpans && length / span <= tileWidth && isWithinTile(start / span, length / span)) {
      const number = Math.floor(start / span / tileWidth)
      const width = Math.min(tileWidth, Math.floor(size / span) - number * tileWidth)
      const hashes = await readTile(level, number, width)
      const from = start / span - number * tileWidth
      return rootOfHashes(hashes.slice(from, from + length / span))
    }
  }
  const middle = start + splitOf(length)
  return sha256(
    Buffer.from([1]),
    await rootBetween(start, middle, size, readTile),
    await rootBetween(middle, end, size, readTile),
  )
}

function isWithinTile(start: number, length: number): boolean {
  return Math.floor(start / tileWidth) === Math.floor((start + length - 1) / tileWidth)
}

/** The largest power of two that is less than a number. */
function splitOf(length: number): number {
  let split = 1
  while (split * 2 < length) split *= 2
  return split
}

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
