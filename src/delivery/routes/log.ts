import { Type, type TArray, type TString } from '@sinclair/typebox'
import { tileWidth } from '#read-model/log/tree.ts'
import type { DeliveryApp } from '../app.ts'
import type { DeliveryContext } from '../context/context.ts'
import { queryOf } from '../http/parameters.ts'
import { invalidParameter, notFound } from '../http/problems.ts'
import { problems } from '../http/schemas.ts'
import {
  findIndex,
  findRedaction,
  proveConsistency,
  proveInclusion,
  readCheckpoint,
  readKeys,
  readTile,
} from '../reading/log.ts'

const config = { isOpen: true }
const base64 = Type.String({ description: 'Base64' })
const moment = Type.String({ format: 'date-time' })
const key = Type.Object({
  verifier: Type.String({ description: 'Name, id and key on one line, as C2SP writes them' }),
  name: Type.String(),
  id: Type.String(),
  publicKey: Type.String({ description: 'Ed25519, base64' }),
  from: moment,
  until: Type.Union([moment, Type.Null()]),
})
/** The leaf that says so is the SHA-256 of `salt` and its statement, as that of a text is. */
const redactedOf = (hashes: TArray<TString>) =>
  Type.Object({ at: moment, entry: base64, salt: base64, index: Type.Integer(), proof: hashes })
const hashes = Type.Array(base64, { description: 'Hashes from the leaf up (RFC 9162)' })
const count = (description: string) =>
  Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description })
/** A checkpoint is another one in seconds. */
const shortly = 'public, max-age=5'
const forGood = 'public, max-age=31536000, immutable'

/**
 * The public log, for everybody, with a key or without: `GET /v1/keys`, and under `/v1/log` the checkpoint,
 * tiles and proofs. It holds salted hashes and nothing else.
 */
export function logRoutes(app: DeliveryApp, { database }: DeliveryContext): void {
  const db = database.sql
  const lastSize = async (): Promise<number> => (await readCheckpoint(db))?.size ?? 0

  app.get(
    '/v1/keys',
    {
      config,
      schema: {
        operationId: 'listKeys',
        summary: 'The keys that sign receipts and checkpoints, and those of witnesses',
        tags: ['log'],
        querystring: queryOf({}),
        response: {
          200: Type.Object({ keys: Type.Array(key), witnesses: Type.Array(key) }),
          ...problems(400, 503),
        },
      },
    },
    async (_, reply) =>
      reply.header('cache-control', 'public, max-age=60').send(await readKeys(db)),
  )

  app.get(
    '/v1/log/checkpoint',
    {
      config,
      schema: {
        operationId: 'getCheckpoint',
        summary:
          'The newest checkpoint, signed (C2SP tlog-checkpoint), with cosignatures of witnesses',
        tags: ['log'],
        querystring: queryOf({
          witnessed: Type.Optional(
            Type.Boolean({ description: 'The newest that a witness has signed' }),
          ),
        }),
        response: {
          200: {
            description: 'A signed note',
            content: { 'text/plain': { schema: Type.String() } },
          },
          ...problems(400, 404, 503),
        },
      },
    },
    async (request, reply) => {
      const checkpoint = await readCheckpoint(db, request.query.witnessed)
      if (!checkpoint) throw notFound('There is no checkpoint yet.')
      return reply
        .type('text/plain; charset=utf-8')
        .header('cache-control', shortly)
        .send(checkpoint.note)
    },
  )

  app.get(
    '/v1/log/proof',
    {
      config,
      schema: {
        operationId: 'proveInclusion',
        summary: 'That an entry is in the log: its index, and the proof for a size of the tree',
        description:
          '`entry` is that of a receipt (`receipt.log.entry`). Without `size`, the proof is for the newest checkpoint. An entry is in the log some seconds after its text is live.',
        tags: ['log'],
        querystring: queryOf({
          entry: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' })),
          index: Type.Optional(count('The index, where it is known')),
          size: Type.Optional(count('The size of the tree')),
        }),
        response: {
          200: Type.Object({
            index: Type.Integer(),
            size: Type.Integer(),
            proof: hashes,
            redacted: Type.Union([redactedOf(hashes), Type.Null()], {
              description:
                'Where the text of the entry had to be erased since: delete your copies of it too',
            }),
          }),
          ...problems(400, 404, 503),
        },
      },
    },
    async (request, reply) => {
      const { entry, index: given } = request.query
      if ((entry === undefined) === (given === undefined)) {
        throw invalidParameter('entry', 'Say either an entry or an index.')
      }
      const last = await lastSize()
      const size = request.query.size ?? last
      if (size > last) throw invalidParameter('size', 'There is no checkpoint of that size yet.')
      const index = entry === undefined ? given : await findIndex(db, Buffer.from(entry, 'base64'))
      if (index === undefined || index >= size) {
        throw notFound('The log does not hold it, or not yet.')
      }
      const redacted = entry === undefined ? null : await findRedaction(db, { entry, size })
      // Whether it is redacted may be another one tomorrow; without an entry nothing is said of it.
      const isForGood = entry === undefined && request.query.size !== undefined
      return reply
        .header('cache-control', isForGood ? forGood : shortly)
        .send({ index, size, proof: await proveInclusion(db, index, size), redacted })
    },
  )

  app.get(
    '/v1/log/consistency',
    {
      config,
      schema: {
        operationId: 'proveConsistency',
        summary: 'That the log of one size goes on from that of a smaller one',
        tags: ['log'],
        querystring: queryOf({
          from: count('The size that is known'),
          to: Type.Optional(count('The other size; without it, that of the newest checkpoint')),
        }),
        response: {
          200: Type.Object({ from: Type.Integer(), to: Type.Integer(), proof: hashes }),
          ...problems(400, 503),
        },
      },
    },
    async (request, reply) => {
      const last = await lastSize()
      const { from, to = last } = request.query
      if (to > last) throw invalidParameter('to', 'There is no checkpoint of that size yet.')
      if (from > to) throw invalidParameter('from', 'It is more than the other size.')
      return reply
        .header('cache-control', request.query.to === undefined ? shortly : forGood)
        .send({ from, to, proof: await proveConsistency(db, from, to) })
    },
  )

  // Addresses as C2SP says: tile/<level>/<number>[.p/<width>], tile/entries/<number>[.p/<width>].
  app.get(
    '/v1/log/tile/*',
    { config, schema: { hide: true, querystring: queryOf({}) } },
    async (request, reply) => {
      const asked = readAddress(request.url.split('?')[0] ?? '')
      const tile = asked && (await readTile(db, { ...asked, size: await lastSize() }))
      if (!tile) throw notFound('There is no such tile.')
      return reply.type('application/octet-stream').header('cache-control', forGood).send(tile)
    },
  )
}

const tilePath =
  /^\/v1\/log\/tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** Which tile an address names: numbers are written in groups of three digits. */
function readAddress(
  address: string,
): { level: number | 'entries'; number: number; width: number } | undefined {
  const found = tilePath.exec(address)
  if (!found) return undefined
  const [, level = '', groups = '', partial] = found
  const digits = groups.replaceAll(/[x/]/g, '')
  const width = partial === undefined ? tileWidth : Number(partial)
  const isShortest = digits.length === 3 || !digits.startsWith('000')
  if (width > tileWidth || (partial !== undefined && width === tileWidth)) return undefined
  if (digits.length > 15 || !isShortest || Number(level) > 6) return undefined
  return { level: level === 'entries' ? level : Number(level), number: Number(digits), width }
}
