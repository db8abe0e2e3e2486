/** Whose store is held. `round` is another one when what is on the screen must not stay. */
export interface Held<Store> {
  person: string | number | null
  store: Store
  round: number
}

/**
 * The store for whoever is signed in now: what one person has loaded is never another's. Signing in
 * and out leaves the screen to the pages that follow; a person in place of another, which another tab
 * can bring about, empties it.
 */
export function storeFor<Store>(
  held: Held<Store>,
  person: Held<Store>['person'],
  make: () => Store,
): Held<Store> {
  if (person === held.person) return held
  if (held.person === null) return { ...held, person }
  return { person, store: make(), round: person === null ? held.round : held.round + 1 }
}
