import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { composeMessage, type Release } from '#publishing/webhooks/message.ts'
import { seal, unseal } from '#database/seal.ts'
import { makeSecret, signedHeaders } from '#publishing/webhooks/signature.ts'

const release: Release = {
  position: 7,
  at: '2026-11-24T12:00:00.000Z',
  document: 'd-1',
  collection: 'regional-sections',
  profession: { id: 'p-1', slug: 'tischlerin' },
  region: { id: 'r-1', slug: 'hamburg' },
  digest: 'abc',
  reason: 'text',
}

describe('the message of a webhook', () => {
  it('names what happened, to which portrait, and what a cache must forget', () => {
    expect(JSON.parse(composeMessage('updated', release))).toEqual({
      type: 'portrait.updated',
      timestamp: '2026-11-24T12:00:00.000Z',
      data: {
        id: 'd-1',
        collection: 'regional-sections',
        profession: 'tischlerin',
        region: 'hamburg',
        digest: 'abc',
        reason: 'text',
        position: 7,
        surrogateKeys: ['document:d-1', 'profession:p-1', 'region:r-1'],
      },
    })
  })

  it('names no region for the whole country', () => {
    expect(JSON.parse(composeMessage('published', { ...release, region: null }))).toMatchObject({
      data: { region: null, surrogateKeys: ['document:d-1', 'profession:p-1'] },
    })
  })

  it('says nothing of a text that the site may not see any more', () => {
    expect(JSON.parse(composeMessage('removed', release))).toMatchObject({ data: { digest: null } })
  })
})

describe('the signature', () => {
  const body = composeMessage('updated', release)
  const at = new Date()

  it('passes with each of the secrets, and with no other', () => {
    const secrets = [makeSecret(), makeSecret()]
    const headers = signedHeaders({ id: 'm-1', at, body, secrets })
    expect(headers['webhook-timestamp']).toBe(String(Math.floor(at.getTime() / 1000)))
    for (const secret of secrets) {
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
    }
    expect(() => new Webhook(makeSecret()).verify(body, headers)).toThrow()
    expect(() => new Webhook(secrets[0] ?? '').verify(`${body} `, headers)).toThrow()
  })

  it('is made with secrets of 256 bits, never the same', () => {
    const secret = makeSecret()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(makeSecret()).not.toBe(secret)
  })
})

/** The last byte turned over. Other letters at the end could stand for the same bytes. */
function withOtherByte(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const last = bytes.length - 1
  bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last)
  return bytes.toString('base64url')
}

describe('a sealed secret', () => {
  const by = {
    purpose: 'webhook secrets',
    owner: 'w-1',
    installationSecret: 'a secret for the tests only',
  } as const
  const sealed = seal('whsec_abc', by)

  it('is opened with what has sealed it', () => {
    expect(unseal(sealed, by)).toBe('whsec_abc')
    expect(seal('whsec_abc', by)).not.toBe(sealed)
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('whsec')
  })

  it.each([
    ['for another webhook', sealed, { ...by, owner: 'w-2' }],
    ['for another purpose', sealed, { ...by, purpose: 'second factors' } as const],
    ['with another secret', sealed, { ...by, installationSecret: 'another' }],
    ['once changed', withOtherByte(sealed), by],
    ['cut short', sealed.slice(0, 20), by],
  ])('is not opened %s', (_, text, seal) => {
    expect(() => unseal(text, seal)).toThrow()
  })
})
