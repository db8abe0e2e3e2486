/** Somebody by the id of their account, with the name that is shown. */
export interface Person {
  id: string
  name: string
}

/** Somebody whose account ends, and who ends it: null where no person does, but a program. */
export interface Leaver {
  person: string
  by: Person | null
  /** Their account stays; they are no editor any more. */
  isDemoted?: true
}
