import type { SortName } from '#newsroom/lists/list.ts'

/** Says whether a list is sorted by a column, and how. `sort` is as in the address: `-changed`. */
export function directionOf(sort: string, name: SortName): 'ascending' | 'descending' | 'none' {
  if (sort === name) return 'ascending'
  return sort === `-${name}` ? 'descending' : 'none'
}

/**
 * How the list is sorted after a click on a column: the other way round if it was by this one, else
 * newest first, and titles from A to Z.
 */
export function sortAfterClick(sort: string, name: SortName): string {
  const direction = directionOf(sort, name)
  if (direction === 'ascending') return `-${name}`
  return direction === 'descending' || name === 'title' ? name : `-${name}`
}
