import type { BilingualText } from '#model/text.ts'
import { PortraitTextError } from '../file/errors.ts'
import type { KnownNames } from '../writing/known-names.ts'
import type { MadeEntries } from '../writing/pair.ts'

/** A file and what is in it. */
export interface SourceFile {
  file: string
  sha256: string
}

/** What the files of one run share. */
export interface ImportRun {
  /** null until they are loaded. */
  known: KnownNames | null
  /** What was imported for each pair. */
  files: Map<string, SourceFile>
  /** The run among the import runs; null where it is put on no record, like a dry run. */
  record: string | null
}

export function startRun(record: string | null = null): ImportRun {
  return { known: null, files: new Map(), record }
}

/**
 * Demands that no other file of the run has been imported for a pair before. The same file again,
 * because its answer got lost, is no other.
 *
 * @throws PortraitTextError naming that file
 */
export function demandFirst(
  run: ImportRun,
  pair: { key: string; name: BilingualText; line: number; source: SourceFile },
): void {
  const earlier = run.files.get(pair.key)
  if (earlier === undefined) return
  const { file, sha256 } = earlier
  if (file === pair.source.file && sha256 === pair.source.sha256) return
  throw new PortraitTextError(pair.line, {
    de: `${file} ist in diesem Lauf schon der Text für ${pair.name.de}; ein zweiter würde ihn ersetzen.`,
    en: `${file} is this run's text for ${pair.name.en} already; a second one would replace it.`,
  })
}

/** Remembers which file was imported for a pair, and the entries that were made for it. */
export function remember(
  run: ImportRun,
  imported: { source: SourceFile; keys: string[]; made: MadeEntries },
): void {
  const { source, keys, made } = imported
  for (const key of keys) run.files.set(key, source)
  if (!run.known) return
  const { professions, regions } = run.known
  const isNew = { aliases: [], gazetteer: [] }
  if (made.profession) run.known.professions = [...professions, { ...made.profession, ...isNew }]
  if (made.region) run.known.regions = [...regions, { ...made.region, ...isNew }]
}
