/** What a body of a request may be. */
export interface BodyLimit {
  /** Bytes. */
  bytes: number
  /** Lists and objects within each other, in a body of JSON. */
  depth: number
  /** A form is read here as it comes, since there are files in it. */
  takesFiles: boolean
}

const kilobyte = 1000
const megabyte = 1_000_000

/** A path below `/api`, and what it takes; of several that fit, the smallest counts. */
const limitsByRoute: readonly { route: RegExp; bytes: number; takesFiles?: true }[] = [
  // Files, read as they come: what they may be in number and size is said where they are read.
  { route: /^\/import\/portraits$/, bytes: 52 * megabyte, takesFiles: true },
  { route: /^\/media(\/|$)/, bytes: 21 * megabyte, takesFiles: true },
  // Texts: an editor state writes some three characters for each that a reader sees.
  { route: /^\/(career-profiles|regional-sections)(\/[^/]*)?$/, bytes: 4 * megabyte },
  { route: /^\/graphql$/, bytes: 4 * megabyte },
  // Reference data: lists of names, and of ids.
  {
    route: /^\/(professions|regions|sources|employers|sites|desks|users|globals)(\/|$)/,
    bytes: megabyte,
  },
  { route: /^\/payload-preferences\//, bytes: 64 * kilobyte },
  // Who knocks without an account says little.
  { route: /^\/sign-in\//, bytes: 16 * kilobyte },
  {
    route: /^\/users\/(login|forgot-password|reset-password|unlock|first-register)$/,
    bytes: 16 * kilobyte,
  },
]

const usual = 512 * kilobyte
/** An editor state is 64 deep at most (see model/json-limits.ts), within a list of a document. */
const deepest = 80

/**
 * A question that is sent as a body: what fits into an address and a list of some thousand ids. It is parsed, judged
 * and made into SQL by whoever may ask, without an account among them.
 */
export const bodyLimitOfQuestion: BodyLimit = {
  bytes: 128 * kilobyte,
  depth: deepest,
  takesFiles: false,
}

/**
 * What a body may be that is sent to a path of the API.
 *
 * @param path below `/api`, as `/users/login`
 */
export function bodyLimitOf(path: string): BodyLimit {
  const fitting = limitsByRoute.filter(({ route }) => route.test(path))
  const bytes = Math.min(...fitting.map((limit) => limit.bytes))
  return {
    bytes: fitting.length > 0 ? bytes : usual,
    depth: deepest,
    takesFiles: fitting.some((limit) => limit.takesFiles === true),
  }
}
