import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

// A device that holds one passkey, in software: what a browser gives back for what it is asked (WebAuthn
// level 3, sections 6.1 and 6.5; COSE keys after RFC 9053). It does whatever a test wants, lies included.

/** What a device says that an honest one would not. */
export interface Lies {
  origin?: string
  rpId?: string
  challenge?: string
  type?: string
  /** Nobody has shown the device who they are. */
  isUnverified?: boolean
  /** Signs with another key. */
  otherKey?: boolean
  counter?: number
}

const [userPresent, userVerified, hasKey] = [0x01, 0x04, 0x40]

export class Authenticator {
  readonly id = randomBytes(16).toString('base64url')
  #counter = 0
  readonly #key = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  constructor(readonly origin: string) {}

  /** The answer to being asked for a new passkey. */
  create({ challenge }: { challenge: string }, lies: Lies = {}) {
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' })
    const publicKey = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]),
    )
    const id = Buffer.from(this.id, 'base64url')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const authData = Buffer.concat([
      this.#head(lies, hasKey),
      Buffer.alloc(16),
      length,
      id,
      publicKey,
    ])
    const attestationObject = isoCBOR.encode(
      new Map<string, string | Map<string, never> | Uint8Array>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, never>()],
        ['authData', new Uint8Array(authData)],
      ]),
    )
    return this.#credential({
      clientDataJSON: this.#clientData('webauthn.create', challenge, lies).toString('base64url'),
      attestationObject: Buffer.from(attestationObject).toString('base64url'),
      transports: ['internal'],
    })
  }

  /** The answer to being asked to show it. */
  show({ challenge }: { challenge: string }, lies: Lies = {}) {
    const clientData = this.#clientData('webauthn.get', challenge, lies)
    const authData = this.#head(lies)
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()])
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    const key: KeyObject = lies.otherKey === true ? other : this.#key.privateKey
    return this.#credential({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, key).toString('base64url'),
    })
  }

  #credential<Response>(response: Response) {
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key' as const,
      clientExtensionResults: {},
      response,
    }
  }

  #clientData(type: string, challenge: string, lies: Lies): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? this.origin,
      }),
    )
  }

  #head(lies: Lies, more = 0): Buffer {
    this.#counter += 1
    const flags = userPresent | (lies.isUnverified === true ? 0 : userVerified) | more
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(lies.counter ?? this.#counter)
    const rpId = lies.rpId ?? new URL(this.origin).hostname
    return Buffer.concat([
      createHash('sha256').update(rpId).digest(),
      Buffer.from([flags]),
      counter,
    ])
  }
}
