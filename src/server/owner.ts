import { InvalidEnvironment } from './configuration/faults.ts'

/** The address of the database's owner, for what only the owner does. @throws InvalidEnvironment where it is not told */
export function ownerOf(address: string | undefined): string {
  if (address !== undefined) return address
  throw new InvalidEnvironment(
    'This is done by the owner of the database: name the address in DATABASE_OWNER_URL.',
  )
}
