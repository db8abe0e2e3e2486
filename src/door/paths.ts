/**
 * A path as Payload looks it up: decoded by Next and once more, without empty parts. A rule that is held against what
 * was sent would not know `/users/%6cogin`.
 *
 * @param path below `/api`, as it was sent; not one that leads nowhere
 */
export function decodePath(path: string): string {
  const decoded = decodeURIComponent(path.split('/').map(decodeURIComponent).join('/'))
  return decoded.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1')
}

/**
 * Whether Payload would not say that a path leads nowhere, but fail: it looks collections up by its first
 * part in an object, where `constructor` is something, too; and decodes once more what Next has decoded.
 *
 * @param path below `/api`, as it was sent
 */
export function leadsNowhere(path: string): boolean {
  try {
    const parts = path.split('/').map((part) => decodeURIComponent(part))
    decodeURIComponent(parts.join('/'))
    const [, first = ''] = parts.join('/').split('/')
    return first in Object.prototype
  } catch (error) {
    if (error instanceof URIError) return true
    throw error
  }
}
