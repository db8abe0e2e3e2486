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
