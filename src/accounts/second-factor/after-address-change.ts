import type { PayloadRequest } from 'payload'
import { requirePerson } from '#access/require-person.ts'
import { sqlIn } from '#database/sql.ts'
import { Conflict } from '#model/errors.ts'
import { addressEvents } from '../address-changes.ts'

/** How long whoever gave an account another address leaves its second factors alone, in milliseconds. */
const length = 7 * 24 * 3_600_000

/**
 * One administrator alone does not take an account over: who has given it another address does not reset its second
 * factors too. Somebody else does, or a week passes, in which its owner has the mail.
 *
 * @throws Conflict 409
 */
export async function refuseWhoMovedAddress(req: PayloadRequest, person: string): Promise<void> {
  const { id } = requirePerson(req)
  const since = Date.now() - length
  const events = await addressEvents(await sqlIn(req), person)
  const hasMoved = events.some(
    ({ transition, actor, at }) =>
      transition === 'changeAddress' && actor === id && Date.parse(at) > since,
  )
  if (!hasMoved) return
  throw new Conflict(
    {
      de: 'Sie haben die Adresse dieses Kontos in den letzten sieben Tagen geändert. Zweite Faktoren setzt jemand anderes aus der Verwaltung zurück.',
      en: 'You have changed the address of this account within seven days. Its second factors are reset by another administrator.',
    },
    'address_changed',
  )
}
