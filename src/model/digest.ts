/**
 * A digest as it is told: the SHA-256 of a text in hexadecimal digits, with its version before it from
 * version 2 on. Later versions are let in one release before they are written.
 */
export const digestPattern = /^(?:[2-9]-)?[0-9a-f]{64}$/

/** Says whether a text has the form of a digest, of any version. */
export function isDigest(text: string): boolean {
  return digestPattern.test(text)
}
