import type { Payload, TypedUser } from 'payload'
import { importPortrait, type ImportedFile } from '../write.ts'
import { explainFailure, type Failure } from './explain.ts'
import { readBytes, type FoundFile } from './find-files.ts'
import { startRun } from './import-run.ts'

/** What became of one file of a run. */
export type Outcome =
  | { file: string; result: ImportedFile['result']; imported: ImportedFile }
  | { file: string; result: 'failed'; failure: Failure }

/**
 * Imports files one after the other; what fails is told and the others go through.
 *
 * @param onDone is called after each file
 */
export async function importFiles(options: {
  payload: Payload
  user: TypedUser | undefined
  files: readonly FoundFile[]
  canCreateMissing: boolean
  isDryRun: boolean
  onDone: (outcome: Outcome, index: number) => void
}): Promise<Outcome[]> {
  const { files, onDone } = options
  const run = startRun()
  const outcomes: Outcome[] = []
  for (const [index, { file, problem }] of files.entries()) {
    const outcome =
      problem === null
        ? await importOne(file, { ...options, run })
        : { file, result: 'failed' as const, failure: { line: null, reason: problem } }
    outcomes.push(outcome)
    onDone(outcome, index)
  }
  return outcomes
}

async function importOne(
  file: string,
  options: Omit<Parameters<typeof importPortrait>[0], 'file' | 'bytes'>,
): Promise<Outcome> {
  try {
    const { payload, user, canCreateMissing, isDryRun, run } = options
    const imported = await importPortrait({
      payload,
      user,
      file,
      bytes: await readBytes(file),
      canCreateMissing,
      isDryRun,
      ...(run ? { run } : {}),
    })
    return { file, result: imported.result, imported }
  } catch (error) {
    return { file, result: 'failed', failure: explainFailure(error) }
  }
}
