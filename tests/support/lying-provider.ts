import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  CompactSign,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CompactJWSHeaderParameters,
  type CryptoKey,
  type JWK,
} from 'jose'

// A provider of sign-ins that says whatever a test has it say. What it says by itself is good.

export const clientId = 'berufsbild'
export const clientSecret = 'a secret of the client for the tests only'

type Said = Record<string, unknown>

/** What the provider says next. */
export interface Words {
  /** What is said of somebody; changes what is good. */
  claims?: (good: Said) => Said
  /** Makes the ID token of its own. */
  token?: (claims: Said, provider: LyingProvider) => string | Promise<string>
  /** What it tells when it is asked. */
  userinfo?: Record<string, unknown>
  /** The answer of the token endpoint, whole. */
  answer?: (response: ServerResponse) => void
}

export interface LyingProvider {
  issuer: string
  /** What a sign-in brings: the next code of somebody, and what is said of them. */
  code: (subject: string, nonce: string, words?: Words) => string
  /** Signs with the provider's key, or with another; `more` of the header. */
  sign: (
    claims: Said,
    options?: { key?: CryptoKey | Uint8Array; alg?: string; typ?: string; more?: Said },
  ) => Promise<string>
  /** Signs a text as it is, with the provider's key. */
  signText: (text: string, header?: Partial<CompactJWSHeaderParameters>) => Promise<string>
  /** A key that is not the provider's, and its public half. */
  foreignKey: CryptoKey
  foreignJwk: JWK
  /** What it says of itself, and its key. */
  description: Said
  jwk: JWK
  /** What it answers at a path, in place of what is good. */
  instead: Map<string, (response: ServerResponse) => unknown>
  /** The requests for a token that it has got: their bodies. */
  asked: URLSearchParams[]
  /** Whether it answers at all. */
  isDown: boolean
  close: () => Promise<void>
}

/** Starts the provider on a free port of this machine. */
export async function startLyingProvider(): Promise<LyingProvider> {
  const own = await generateKeyPair('RS256')
  const foreign = await generateKeyPair('RS256')
  const publish = async (key: CryptoKey, kid: string) => {
    return { ...(await exportJWK(key)), kid, alg: 'RS256', use: 'sig' }
  }
  const jwk = await publish(own.publicKey, 'one')
  const codes = new Map<string, { subject: string; nonce: string; words: Words }>()
  let userinfo: Record<string, unknown> = {}

  const server = createServer((request, response) => {
    void answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const issuer = `http://127.0.0.1:${String(port)}`

  const provider: LyingProvider = {
    issuer,
    foreignKey: foreign.privateKey,
    foreignJwk: await publish(foreign.publicKey, 'foreign'),
    jwk,
    description: {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/leave`,
      authorization_response_iss_parameter_supported: true,
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    },
    instead: new Map(),
    asked: [],
    isDown: false,
    code: (subject, nonce, words = {}) => {
      const code = `code-${String(codes.size + 1)}`
      codes.set(code, { subject, nonce, words })
      return code
    },
    sign: (claims, { key = own.privateKey, alg = 'RS256', typ, more = {} } = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg, kid: 'one', ...(typ === undefined ? {} : { typ }), ...more })
        .sign(key),
    signText: (text, header = {}) =>
      new CompactSign(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
        .sign(own.privateKey),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (provider.isDown) {
      request.socket.destroy()
      return
    }
    const { pathname } = new URL(request.url ?? '', issuer)
    const instead = provider.instead.get(pathname)
    if (instead) {
      instead(response)
    } else if (pathname === '/.well-known/openid-configuration') {
      json(response, provider.description)
    } else if (pathname === '/jwks') {
      json(response, { keys: [jwk] })
    } else if (pathname === '/userinfo') {
      json(response, userinfo)
    } else if (pathname === '/token') {
      await tokenAnswer(request, response)
    } else {
      response.writeHead(404).end()
    }
  }

  async function tokenAnswer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = new URLSearchParams(await textOf(request))
    provider.asked.push(body)
    // It takes a code as often as it comes.
    const coded = codes.get(body.get('code') ?? '')
    if (!coded) {
      response.writeHead(400, { 'Content-Type': 'application/json' })
      response.end('{"error":"invalid_grant"}')
      return
    }
    const { subject, nonce, words } = coded
    userinfo = words.userinfo ?? { sub: subject }
    if (words.answer) {
      words.answer(response)
      return
    }
    const now = Math.floor(Date.now() / 1000)
    const good = {
      iss: issuer,
      aud: clientId,
      sub: subject,
      nonce,
      iat: now,
      exp: now + 300,
      sid: `session-of-${subject}`,
      name: 'Ada Beispiel',
      email: `${subject}@berufsbild.example`,
      email_verified: true,
      groups: ['authors'],
    }
    const claims = words.claims?.(good) ?? good
    const token = await (words.token?.(claims, provider) ?? provider.sign(claims))
    json(response, { access_token: 'access', token_type: 'Bearer', id_token: token })
  }

  return provider
}

/** Answers with what is said, as JSON. */
export function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
