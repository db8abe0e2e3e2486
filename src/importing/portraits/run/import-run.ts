import { PortraitTextError } from '../errors.ts'
import type { KnownNames } from '../known-names.ts'
import type { MadeEntries } from '../pair.ts'

/** What the files of one run share. */
export interface ImportRun {
  /** null until they are loaded. */
  known: KnownNames | null
  /** The file that was imported for each pair. */
  files: Map<string, string>
}

export function startRun(): ImportRun {
  return { known: null, files: new Map() }
}

/**
 * Demands that no file of the run has been imported for a pair before.
 *
 * @throws PortraitTextError naming that file
 */
export function demandFirst(
  run: ImportRun,
  pair: { key: string; name: string; line: number },
): void {
  const earlier = run.files.get(pair.key)
  if (earlier === undefined) return
  throw new PortraitTextError(pair.line, {
    de: `${earlier} ist in diesem Lauf schon der Text für ${pair.name}; ein zweiter würde ihn ersetzen.`,
    en: `${earlier} is this run's text for ${pair.name} already; a second one would replace it.`,
  })
}

/** Remembers which file was imported for a pair, and the entries that were made for it. */
export function remember(
  run: ImportRun,
  imported: { file: string; keys: string[]; made: MadeEntries },
): void {
  const { file, keys, made } = imported
  for (const key of keys) run.files.set(key, file)
  if (!run.known) return
  const { professions, regions } = run.known
  const isNew = { aliases: [], gazetteer: [] }
  if (made.profession) run.known.professions = [...professions, { ...made.profession, ...isNew }]
  if (made.region) run.known.regions = [...regions, { ...made.region, ...isNew }]
}
