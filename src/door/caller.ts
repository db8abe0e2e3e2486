import { createHash } from 'node:crypto'
import { jwtVerify } from 'jose'
import { clientAddressOf, trustedProxiesIn } from '#access/client-address.ts'

/** What of the configuration tells our tokens, and whom a proxy speaks for. */
export interface TokenFacts {
  secret: string
  cookiePrefix: string
  custom: Readonly<Record<string, unknown>>
}

/** Whoever sends a request, as far as the door can tell it without asking the database. */
export interface Caller {
  /** Holds a token that we have signed. Whether its session still stands, Payload says afterwards. */
  isSignedIn: boolean
  /** By which their places are counted: an account, or the address of whoever has none. */
  key: string
}

/** Who sends a request, by the signature of the token that comes with it, or by their address. */
export async function callerOf({ headers }: Request, facts: TokenFacts): Promise<Caller> {
  const account = await accountIn(tokensIn(headers, facts.cookiePrefix), facts.secret)
  return account === null
    ? { isSignedIn: false, key: clientAddressOf(headers, trustedProxiesIn(facts)) }
    : { isSignedIn: true, key: account }
}

async function accountIn(tokens: readonly string[], secret: string): Promise<string | null> {
  for (const token of tokens) {
    const account = await accountOf(token, secret)
    if (account !== null) return account
  }
  return null
}

/** The account that a token of ours names, as long as it is good. */
async function accountOf(token: string, secret: string): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
    })
    return typeof payload.id === 'string' ? payload.id : null
  } catch {
    return null
  }
}

/** As Payload makes it of the secret of an installation. */
function keyOf(secret: string): Uint8Array {
  return new TextEncoder().encode(createHash('sha256').update(secret).digest('hex').slice(0, 32))
}

function tokensIn(headers: Headers, cookiePrefix: string): string[] {
  const sent = /^(?:JWT|Bearer) (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
  const name = `${cookiePrefix}-token=`
  const cookies = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const kept = cookies
    .filter((pair) => pair.startsWith(name))
    .map((pair) => pair.slice(name.length))
  return [...(sent === undefined ? [] : [sent]), ...kept.slice(0, 1)]
}
