import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isConsistent, rootFromInclusion, verifyCheckpoint } from '#client/verify.ts'
import { canonicalJson } from '#model/canonical-json.ts'
import {
  checkpointText,
  isSigned,
  makeSigningKey,
  readSigningKey,
  readVerifierKey,
  signNote,
  verifierLineOf,
  writeSigningKey,
} from '#read-model/log/note.ts'
import {
  consistencyProof,
  hashOfLeaf,
  inclusionProof,
  rootOf,
  rootOfHashes,
  tileWidth,
  type ReadTile,
} from '#read-model/log/tree.ts'
import { path, proof, treeHead } from '#support/merkle.ts'

const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => Buffer.from(`entry ${String(index)}`))

/** Tiles over a list, as the worker writes them: only what is full on the level below. */
function tilesOver(entries: readonly Buffer[]): ReadTile {
  const levels = [entries.map(hashOfLeaf)]
  for (let below = levels[0]; below && below.length >= tileWidth; below = levels.at(-1)) {
    const full = Math.floor(below.length / tileWidth)
    const hashes = below
    levels.push(
      Array.from({ length: full }, (_, number) =>
        rootOfHashes(hashes.slice(number * tileWidth, (number + 1) * tileWidth)),
      ),
    )
  }
  return (level, number, width) => {
    const hashes = levels[level]?.slice(number * tileWidth, number * tileWidth + width) ?? []
    if (hashes.length !== width) throw new Error('There is no such tile.')
    return Promise.resolve(hashes)
  }
}

const base64 = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('base64'))

describe('the tree of the log', () => {
  // The entries and roots that Certificate Transparency's own tests use (RFC 6962).
  const entries = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map((hex) => Buffer.from(hex, 'hex'))
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('has the root of RFC 6962 over %i entries', async (size, root) => {
    const tree = entries.slice(0, size)
    expect((await rootOf(size, tilesOver(tree))).toString('hex')).toBe(root)
  })

  it.each([1, 255, 256, 257, 511, 512, 513, 1000, 65_536, 66_000])(
    'has the root of RFC 9162 over %i entries, by tiles',
    async (size) => {
      const tree = entriesOf(size)
      expect(await rootOf(size, tilesOver(tree))).toEqual(treeHead(tree))
    },
  )

  it('proves what is in it as RFC 9162 says, and the client believes that and nothing else', async () => {
    const tree = entriesOf(1400)
    const tiles = tilesOver(tree)
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 1, max: 1400 })
          .chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size - 1 }))),
        async ([size, index]) => {
          const proven = await inclusionProof(index, size, tiles)
          const some = tree.slice(0, size)
          expect(proven).toEqual(path(index, some))
          const of = { index, size, proof: base64(proven) }
          const leafOf = (at: number) => new Uint8Array(hashOfLeaf(tree[at] ?? Buffer.alloc(0)))
          expect(await rootFromInclusion({ ...of, leaf: leafOf(index) })).toEqual(
            new Uint8Array(treeHead(some)),
          )
          expect(await rootFromInclusion({ ...of, leaf: leafOf(index + 1) })).not.toEqual(
            new Uint8Array(treeHead(some)),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('proves that it goes on as RFC 9162 says, and the client believes that and no other root', async () => {
    const tree = entriesOf(1400)
    const tiles = tilesOver(tree)
    const head = (size: number) => ({
      origin: 'log',
      size,
      root: treeHead(tree.slice(0, size)).toString('base64'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 1, max: 1400 })
          .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size }))),
        async ([size, from]) => {
          const proven = await consistencyProof(from, size, tiles)
          if (from < size) expect(proven).toEqual(proof(from, tree.slice(0, size)))
          expect(await isConsistent(head(from), head(size), base64(proven))).toBe(true)
          const forged = { ...head(from), root: Buffer.alloc(32).toString('base64') }
          expect(await isConsistent(forged, head(size), base64(proven))).toBe(false)
          expect(await isConsistent(head(from), { ...forged, size }, base64(proven))).toBe(false)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a signed note', () => {
  // Key, text and signature are those of golang.org/x/mod/sumdb/note, on which C2SP's signed-note rests.
  const line = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
  const verifier = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  const signature =
    'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM='

  it('is what others sign with the same key', () => {
    const key = readSigningKey(line)
    if (!key) throw new Error('It was not read.')
    expect(writeSigningKey(key)).toBe(line)
    expect(verifierLineOf(key)).toBe(verifier)
    expect(signNote(text, key)).toBe(`${text}\n— PeterNeumann ${signature}\n`)
    const read = readVerifierKey(verifier)
    const bytes = Buffer.from(signature, 'base64').subarray(4)
    expect(read && isSigned(text, bytes, read.publicKey)).toBe(true)
  })

  it.each([
    ['another id', verifier.replace('c74f20a3', 'c74f20a4')],
    ['another name', verifier.replace('Peter', 'Petra')],
    ['too short a key', 'a+00000000+AQ=='],
    ['no key', 'key'],
  ])('is read with no line that is none: %s', (_, given) => {
    expect(readVerifierKey(given)).toBeUndefined()
  })

  it('is a checkpoint to the client where a key of the log signed it, and else is none', async () => {
    const key = makeSigningKey('log.example', Buffer.alloc(32, 1))
    const other = makeSigningKey('log.example', Buffer.alloc(32, 2))
    const root = Buffer.alloc(32, 9)
    const note = signNote(checkpointText('log.example', 7, root), key)
    const keys = [{ verifier: verifierLineOf(key) }]
    expect(await verifyCheckpoint(note, keys)).toEqual({
      origin: 'log.example',
      size: 7,
      root: root.toString('base64'),
      signedBy: ['log.example'],
    })
    expect(await verifyCheckpoint(note, [{ verifier: verifierLineOf(other) }])).toBeUndefined()
    expect(await verifyCheckpoint(note.replace('\n7\n', '\n8\n'), keys)).toBeUndefined()
    const foreign = signNote(checkpointText('other.example', 7, root), key)
    expect(await verifyCheckpoint(foreign, keys)).toBeUndefined()
  })
})

describe('canonical JSON', () => {
  it('is the same for the same value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, null, undefined, { d: 'ä', c: true }], a: undefined })).toBe(
      '{"b":[1,null,null,{"c":true,"d":"ä"}]}',
    )
  })

  it.each([Infinity, -Infinity, NaN])('takes no number that JSON cannot hold: %d', (number) => {
    expect(() => canonicalJson({ list: [{ number }] })).toThrow(TypeError)
  })
})
