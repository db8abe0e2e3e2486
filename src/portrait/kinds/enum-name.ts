/** PostgreSQL cuts what is longer, and two of the same beginning would be one. In bytes. */
const longest = 63

/**
 * The name of a list of words in the database: Payload's own where it fits, else shortened, with what
 * tells it from others at its end.
 */
export function enumNameOf(field: string): (place: { tableName?: string }) => string {
  return ({ tableName = '' }) => {
    const name = `enum_${tableName}_${snakeCase(field)}`
    if (name.length <= longest) return name
    const mark = checksum(name)
    return `${name.slice(0, longest - mark.length - 1)}_${mark}`
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** FNV-1a, 32 bits, in base 36: no secret, only a short name. */
function checksum(text: string): string {
  let sum = 0x811c9dc5
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (sum >>> 0).toString(36)
}
