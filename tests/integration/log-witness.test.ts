import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepLog } from '#audit/keep-log.ts'
import { verifyAudit } from '#audit/verify.ts'
import { verifyCheckpoint, type LogKey } from '#client/verify.ts'
import { acceptCosignatures, addWitness } from '#publishing/log/witness.ts'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import { makeLive } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

/** A witness as C2SP says (tlog-cosignature), of its own making. */
function makeWitness(name: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const key = Buffer.concat([Buffer.from([4]), raw])
  const id = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4)
  return {
    name,
    id,
    privateKey,
    verifier: `${name}+${id.toString('hex')}+${key.toString('base64')}`,
  }
}

const time = 1_790_000_000n

function cosign(
  note: string,
  witness: { name: string; id: Buffer; privateKey: KeyObject },
  { said, signed }: { said: bigint; signed: bigint } = { said: time, signed: time },
): string {
  const text = note.slice(0, note.indexOf('\n\n') + 1)
  const signature = sign(
    null,
    Buffer.from(`cosignature/v1\ntime ${String(signed)}\n${text}`),
    witness.privateKey,
  )
  const when = Buffer.alloc(8)
  when.writeBigUInt64BE(said)
  const bytes = Buffer.concat([witness.id, when, signature])
  return `${note}— ${witness.name} ${bytes.toString('base64')}\n`
}

describe('a witness', () => {
  let product: Product
  let delivery: Delivery
  let people: { author: SignedIn; editor: SignedIn }
  const witness = makeWitness('witness.example')

  beforeAll(async () => {
    product = await startProduct()
    delivery = await openDelivery(product)
    people = { author: await product.signIn('author'), editor: await product.signIn('editor') }
    await makeLive(product, people)
    await keepLog(product.payload)
    await addWitness(product.payload, witness.verifier)
  })
  afterAll(async () => {
    await delivery.close()
    await product.close()
  })

  const checkpoint = async (query = '') => (await delivery.get(`/v1/log/checkpoint${query}`)).text

  it('signs a checkpoint, and everybody gets that with it', async () => {
    const note = await checkpoint()
    expect((await delivery.get('/v1/log/checkpoint?witnessed=true')).status).toBe(404)
    const cosigned = cosign(note, witness)
    expect(await acceptCosignatures(product.payload, cosigned)).toEqual([witness.name])
    expect(await checkpoint()).toBe(cosigned)
    const listed = await delivery.get('/v1/keys')
    const keys = [...(listed.get('keys') as LogKey[]), ...(listed.get('witnesses') as LogKey[])]
    expect((await verifyCheckpoint(cosigned, keys))?.signedBy).toEqual([
      'log.example/test',
      witness.name,
    ])
    await makeLive(product, people)
    await keepLog(product.payload)
    expect(await checkpoint()).not.toContain(witness.name)
    expect(await checkpoint('?witnessed=true')).toBe(cosigned)
    expect((await verifyAudit(product.payload)).problems).toEqual([])
  })

  it.each<[string, (note: string) => string]>([
    ['nobody whose key is listed', (note) => cosign(note, makeWitness('stranger.example'))],
    ['somebody of the same name', (note) => cosign(note, makeWitness(witness.name))],
    ['the witness, for another time', (note) => cosign(note, witness, { said: 1n, signed: 2n })],
    ['nobody', (note) => note],
  ])('is not there where %s signed', async (_, change) => {
    expect(await acceptCosignatures(product.payload, change(await checkpoint()))).toEqual([])
    expect(await checkpoint()).not.toMatch(/— (?:witness|stranger)/)
  })

  it.each<[string, (note: string) => string]>([
    [
      'another root',
      (note) =>
        note.replace(/\n[A-Za-z0-9+/=]{44}\n/, `\n${Buffer.alloc(32).toString('base64')}\n`),
    ],
    ['another size', (note) => note.replace(/\n\d+\n/, '\n999\n')],
    ['another log', (note) => `x${note}`],
    ['no checkpoint', () => 'x'],
  ])('signs nothing of ours where the checkpoint has %s', async (_, change) => {
    const forged = cosign(change(await checkpoint()), witness)
    await expect(acceptCosignatures(product.payload, forged)).rejects.toThrow('no such checkpoint')
  })

  it('has a key for cosignatures, and no other', async () => {
    const other = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    await expect(addWitness(product.payload, other)).rejects.toThrow('no key')
  })
})
