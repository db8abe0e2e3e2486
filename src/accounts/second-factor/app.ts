import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { generateSecret, generateURI, verify } from 'otplib'
import QRCode from 'qrcode'
import { seal, unseal } from '#database/seal.ts'
import type { Sql } from '#database/sql.ts'
import { secondFactors as factors } from '#database/tables.ts'
import { Conflict } from '#model/errors.ts'

// Codes from an app: TOTP after RFC 6238, with the parameters that every app knows (SHA-1, six digits,
// thirty seconds). A code is good once: the number of its half-minute is kept.

/** An app that is being set up. It counts once a code of it was given. */
export interface NewApp {
  /** Base32, for whoever types it. */
  secret: string
  /** The same as `otpauth:`, for the app on the same device. */
  uri: string
  /** The same as a picture, in SVG. */
  picture: string
}

interface Owner {
  person: string
  email: string
  installationSecret: string
}

/** Begins to set up an app; one that was begun before, and not confirmed, is forgotten. @throws Conflict 409 */
export async function beginApp(db: Sql, owner: Owner): Promise<NewApp> {
  const secret = generateSecret()
  const begun = await db
    .insert(factors)
    .values({ person: owner.person, secret: seal(secret, sealOf(owner)) })
    .onConflictDoUpdate({
      target: factors.person,
      set: { secret: seal(secret, sealOf(owner)) },
      setWhere: isNull(factors.confirmedAt),
    })
    .returning({ person: factors.person })
  if (begun.length === 0) {
    throw new Conflict(
      {
        de: 'Eine App ist schon eingerichtet. Entfernen Sie sie zuerst.',
        en: 'An app is set up already. Remove it first.',
      },
      'app_is_set_up',
    )
  }
  const uri = generateURI({ issuer: 'Berufsbild', label: owner.email, secret })
  return { secret, uri, picture: await QRCode.toString(uri, { type: 'svg', margin: 1 }) }
}

/**
 * Whether a code is of somebody's app, and of this half-minute or the one before or after. It is used up.
 *
 * @param options.confirms the app is being set up: the code makes it count
 */
export async function takeAppCode(
  db: Sql,
  owner: Omit<Owner, 'email'>,
  { code, confirms = false }: { code: string; confirms?: boolean },
): Promise<boolean> {
  const digits = code.replace(/\s/gu, '')
  if (!/^\d{6}$/u.test(digits)) return false
  const [row] = await db
    .select({ secret: factors.secret, confirmedAt: factors.confirmedAt })
    .from(factors)
    .where(eq(factors.person, owner.person))
  if (!row || (row.confirmedAt === null) !== confirms) return false
  const secret = unseal(row.secret, sealOf(owner))
  const result = await verify({ secret, token: digits, epochTolerance: 30 })
  if (!result.valid || !('timeStep' in result)) return false
  const { timeStep } = result
  // Of two requests with the same code, one takes it.
  const taken = await db
    .update(factors)
    .set({ lastStep: timeStep, ...(confirms ? { confirmedAt: sql`clock_timestamp()` } : {}) })
    .where(
      and(
        eq(factors.person, owner.person),
        eq(factors.secret, row.secret),
        or(isNull(factors.lastStep), lt(factors.lastStep, timeStep)),
      ),
    )
    .returning({ person: factors.person })
  return taken.length > 0
}

/** Forgets somebody's app. Gives whether there was one that counted. */
export async function removeApp(db: Sql, person: string): Promise<boolean> {
  const gone = await db
    .delete(factors)
    .where(eq(factors.person, person))
    .returning({ confirmedAt: factors.confirmedAt })
  return gone.some(({ confirmedAt }) => confirmedAt !== null)
}

function sealOf({ person, installationSecret }: Pick<Owner, 'person' | 'installationSecret'>) {
  return { purpose: 'second factors', owner: person, installationSecret } as const
}
