/** Somebody by the id of their account, with the name that is shown. */
export interface Person {
  id: string
  name: string
}
