import { withoutTrailingSlash } from '#model/trailing-slash.ts'

/** Where pages are: the admin, the preview of a text, by its link too, or of one of its versions, what an expert reads. */
const pages: readonly RegExp[] = [
  /^\/admin(?:\/.*)?$/,
  /^\/preview$/,
  /^\/preview\/[^/]+\/[^/]+(?:\/[^/]+)?$/,
  /^\/expert\/[^/]+$/,
]

/** What a path leads to that is neither the API's nor a file of the build. */
export type Destination = 'page' | 'nowhere' | 'malformed'

/**
 * Says whether a page can stand at a path. What cannot be decoded, or not once more, as Payload does with the
 * parts of its own, is malformed: a page would fail at it.
 *
 * @param path as it was sent
 */
export function destinationOf(path: string): Destination {
  try {
    const decoded = decodeURIComponent(path)
    decodeURIComponent(decoded)
    if (decoded.includes('\0')) return 'malformed'
  } catch (error) {
    if (error instanceof URIError) return 'malformed'
    throw error
  }
  const plain = withoutTrailingSlash(path)
  return pages.some((page) => page.test(plain)) ? 'page' : 'nowhere'
}
