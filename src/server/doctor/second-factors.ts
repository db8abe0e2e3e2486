import type pg from 'pg'
import { isRole } from '#model/roles.ts'
import type { Environment } from '../configuration/environment.ts'
import { well, worthKnowing, type Diagnosis } from './diagnosis.ts'

/** Who approves and administrates with a password alone. */
export async function examineSecondFactors(
  client: pg.Client,
  { SECOND_FACTOR, LOCAL_PASSWORDS }: Environment,
): Promise<Diagnosis> {
  const about = 'second factors'
  if (LOCAL_PASSWORDS === 'off') return well(about, 'are the matter of the provider of sign-ins')
  const { rows } = await client.query<{ role: string; people: number; without: number }>(
    `SELECT u.role::text AS role, count(*)::int AS people,
       count(*) FILTER (WHERE NOT EXISTS (
           SELECT FROM second_factors f WHERE f.person = u.id AND f.confirmed_at IS NOT NULL)
         AND NOT EXISTS (SELECT FROM passkeys p WHERE p.person = u.id))::int AS without
     FROM users u WHERE u.deactivated_at IS NULL GROUP BY 1 ORDER BY 1`,
  )
  const open = rows.filter(({ role, without }) => without > 0 && isRole(role) && role !== 'author')
  const listed = open.map(
    ({ role, without, people }) => `${String(without)} of ${String(people)} (${role})`,
  )
  if (open.length === 0) return well(about, 'all who approve or administrate have one')
  const isDemanded = open.every(({ role }) => SECOND_FACTOR.some((asked) => asked === role))
  return isDemanded
    ? worthKnowing(
        about,
        `not set up yet: ${listed.join(', ')}`,
        'They are asked at their next sign-in.',
      )
    : worthKnowing(
        about,
        `a password is enough for ${listed.join(', ')}`,
        'Set SECOND_FACTOR to the roles that need one, as in SECOND_FACTOR=admin,editor.',
      )
}
