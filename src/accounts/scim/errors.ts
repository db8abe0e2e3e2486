/** Words of RFC 7644, 3.12, for programs. */
export type ScimType =
  'invalidFilter' | 'uniqueness' | 'mutability' | 'invalidSyntax' | 'invalidPath' | 'invalidValue'

/** What is answered to a directory whose request cannot be done. */
export class ScimError extends Error {
  override name = 'ScimError'
  readonly status: number
  readonly scimType: ScimType | undefined

  constructor(status: number, detail: string, scimType?: ScimType) {
    super(detail)
    this.status = status
    this.scimType = scimType
  }
}

export function notThere(what: 'User' | 'Group', id: string): ScimError {
  return new ScimError(404, `There is no ${what} "${id.slice(0, 100)}".`)
}
