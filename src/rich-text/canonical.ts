import { isRecord, isUuid } from '#model/documents.ts'

/**
 * Keys of Lexical nodes that change when an editor opens a text, without a reader seeing it, and what
 * the editor writes there. Anything else under such a key is content.
 */
const volatileKeys: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: isRowId,
  version: isCount,
  textFormat: isCount,
  textStyle: (value) => value === '',
  detail: isCount,
  mode: (value) => value === 'normal',
}

/** Says whether a value is an id as Payload and its editor make them. */
export function isRowId(value: unknown): boolean {
  return typeof value === 'string' && (/^[0-9a-f]{24}$/i.test(value) || isUuid(value))
}

/**
 * An editor state without what changes while nobody reads anything else; null where there is none.
 * Digests rest on it: golden digests in the tests pin what comes out.
 */
export function canonicalState(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalState)
  if (!isRecord(value)) return value ?? null
  const children = Array.isArray(value.children) ? value.children : []
  const first = typeof value.start === 'number' ? value.start : 1
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => !volatileKeys[key]?.(part) && !isDefaultOfEditor(key, part))
      .map(([key, part]) => [
        key,
        key === 'children'
          ? children.map((child: unknown, index) =>
              canonicalState(withoutOrdinal(child, first + index)),
            )
          : canonicalState(part),
      ]),
  )
}

/** An item of a list carries its number: that is no content as long as it is the one it has. */
function withoutOrdinal(node: unknown, ordinal: number): unknown {
  if (!isRecord(node) || node.value !== ordinal) return node
  const { value: _, ...rest } = node
  return rest
}

function isCount(value: unknown): boolean {
  return value === 0 || value === 1 || value === 2
}

function isDefaultOfEditor(key: string, value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 0) return true
  return key === 'direction' && value === 'ltr'
}
