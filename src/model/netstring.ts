/** D. J. Bernstein's netstring without the comma: length in bytes, colon, value; `-` for null. */
export function netstring(value: string | null): string {
  return value === null ? '-' : `${String(Buffer.byteLength(value))}:${value}`
}
