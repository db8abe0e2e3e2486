/** An address or a path without the slashes at its end. */
export function withoutTrailingSlash(address: string): string {
  // Only the first slash of a row begins a match: each would walk through the rest otherwise.
  return address.replace(/(?<!\/)\/+$/, '')
}
