import type { PersonEntry } from '#accounts/overview.ts'

/** What of the list is to be shown. */
export interface PeopleFilter {
  text: string
  /** '' for all of them. */
  role: string
}

/** The people whose name or address holds a text, and who have a role. */
export function filterPeople(
  people: readonly PersonEntry[],
  { text, role }: PeopleFilter,
): PersonEntry[] {
  const wanted = fold(text)
  return people.filter(
    (person) =>
      (role === '' || person.role === role) &&
      fold(`${person.name} ${person.email}`).includes(wanted),
  )
}

function fold(text: string): string {
  return text.trim().toLocaleLowerCase('de').normalize('NFD').replace(/\p{M}/gu, '')
}
