import { hkdfSync } from 'node:crypto'
import { jwtVerify, SignJWT, type JWTPayload } from 'jose'

/** What a signed word is for: each use has a key of its own, so that none is taken for another. */
export type WordUse = 'sign-in attempt' | 'sign-in link' | 'passkey'

/** Signs what we give out of our hands, to know it again. @param seconds for which it is good */
export function signWord(
  secret: string,
  use: WordUse,
  { content, seconds }: { content: JWTPayload; seconds: number },
): Promise<string> {
  return new SignJWT(content)
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(use)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(keyFor(secret, use))
}

/** What we have signed, as long as it is good; null for everything else. */
export async function readWord(
  secret: string,
  use: WordUse,
  word: string,
): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(word, keyFor(secret, use), {
      algorithms: ['HS256'],
      audience: use,
      requiredClaims: ['exp'],
    })
    return payload
  } catch {
    return null
  }
}

function keyFor(secret: string, use: WordUse): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `berufsbild ${use}`, 32))
}
