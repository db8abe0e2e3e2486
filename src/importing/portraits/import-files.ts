import type { Payload, TypedUser } from 'payload'
import type { Language } from '#model/text.ts'
import { PortraitTextError } from './file/errors.ts'
import { importPortrait, type ImportedFile } from './writing/write.ts'
import { explainFailure, type Failure } from './explain.ts'
import { readBytes, type FoundFile } from './find-files.ts'
import { startRun, type ImportRun } from './run/import-run.ts'
import { recordFailure } from './run/record.ts'

/** What became of one file of a run. */
export type Outcome =
  | { file: string; result: ImportedFile['result']; imported: ImportedFile }
  | { file: string; result: 'failed'; failure: Failure }

/** A file, and how to come by its bytes. @throws PortraitTextError from `read` where there are none */
export interface ReadableFile {
  file: string
  read: () => Promise<Uint8Array>
}

interface Options {
  payload: Payload
  user: TypedUser | undefined
  canCreateMissing: boolean
  isDryRun: boolean
  /** In which failures are told; English where it is left out. */
  language?: Language
}

/**
 * Imports the files that were found in folders, one after the other; what fails is told and the
 * others go through.
 *
 * @param onDone is called after each file
 */
export async function importFiles(
  options: Options & {
    files: readonly FoundFile[]
    run?: ImportRun
    onDone: (outcome: Outcome, index: number) => void
  },
): Promise<Outcome[]> {
  const { files, run = startRun(), onDone } = options
  const outcomes: Outcome[] = []
  for (const [index, found] of files.entries()) {
    const outcome = await importFile({ ...options, run, ...toReadable(found) })
    outcomes.push(outcome)
    onDone(outcome, index)
  }
  return outcomes
}

/** Imports one file of a run; a failure is an outcome like others. */
export async function importFile(
  options: Options & ReadableFile & { run: ImportRun },
): Promise<Outcome> {
  const { file, read, language } = options
  try {
    const imported = await importPortrait({ ...options, bytes: await read() })
    return { file, result: imported.result, imported }
  } catch (error) {
    const outcome: Outcome = { file, result: 'failed', failure: explainFailure(error, language) }
    await recordFailure(options, outcome)
    return outcome
  }
}

function toReadable({ file, problem }: FoundFile): ReadableFile {
  if (problem === null) return { file, read: () => readBytes(file) }
  const error = new PortraitTextError(null, { de: problem, en: problem })
  return { file, read: () => Promise.reject(error) }
}
