/** No id, no name of a collection and no name of a route is longer; tokens and keys are. */
const longest = 36

/**
 * A path as a log may have it: what could be a token, by which whoever reads the log comes in, is cut. Of a
 * question nothing is left, since tokens are asked with, too.
 */
export function loggedPath(path: string): string {
  const [place = ''] = path.split(/[?#]/u)
  return place
    .split('/')
    .map((part) => (part.length > longest ? '…' : part))
    .join('/')
}
