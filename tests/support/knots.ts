import path from 'node:path'
import type { Import } from './imports.ts'

/** Folders that import one another in a circle, and the imports among them. */
export interface Knot {
  folders: string[]
  imports: Import[]
}

/** Finds the folders that form circles: from each of a knot imports lead to each other and back. */
export function findKnots(imports: readonly Import[]): Knot[] {
  const edges = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [here, there] = [path.dirname(from), path.dirname(to)]
    edges.set(here, (edges.get(here) ?? new Set()).add(there))
  }
  const reached = new Map([...edges.keys()].map((folder) => [folder, reachableFrom(folder, edges)]))
  const reaches = (from: string, to: string) => reached.get(from)?.has(to) === true
  const knots = new Map<string, string[]>()
  for (const folder of [...edges.keys()].sort()) {
    const folders = [...edges.keys()]
      .filter((other) => other === folder || (reaches(folder, other) && reaches(other, folder)))
      .sort()
    if (folders.length > 1) knots.set(folders.join(), folders)
  }
  return [...knots.values()].map((folders) => ({
    folders,
    imports: imports.filter(({ from, to }) => {
      const [here, there] = [path.dirname(from), path.dirname(to)]
      return here !== there && folders.includes(here) && folders.includes(there)
    }),
  }))
}

function reachableFrom(
  start: string,
  edges: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const found = new Set<string>()
  const open = [start]
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const next of edges.get(folder) ?? []) {
      if (found.has(next)) continue
      found.add(next)
      open.push(next)
    }
  }
  return found
}
