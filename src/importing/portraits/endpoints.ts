import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { answerStream, callerLanguage, queryOf } from '#access/answer.ts'
import { NotAllowed } from '#model/errors.ts'
import { idText, parseInput } from '#model/input.ts'
import type { BilingualText, Language } from '#model/text.ts'
import { requirePerson } from '#access/require-person.ts'
import { toImportLine, type ImportLine } from './lines.ts'
import { importFile, type Outcome, type ReadableFile } from './import-files.ts'
import { startRun, type ImportRun } from './run/import-run.ts'
import { openRun, requireOwnRun } from './run/record.ts'
import { countResults } from './run/report.ts'
import { readUpload } from './upload.ts'

const trueOrFalse = z.enum(['true', 'false']).default('false')
const importRequest = z
  .strictObject({ dryRun: trueOrFalse, createMissing: trueOrFalse, run: idText.optional() })
  .refine(({ dryRun, run }) => dryRun === 'false' || run === undefined, {
    path: ['run'],
    message: 'a dry run belongs to no run',
  })

const onlyEditorsMake: BilingualText = {
  de: 'Neue Berufe und Orte legt die Redaktion an.',
  en: 'New professions and places are made by editors.',
}

/**
 * `POST /api/import/portraits?dryRun=&createMissing=&run=`, with files as multipart/form-data, each in
 * the field `files`: imports them one after the other with the rights of whoever is signed in, each in
 * a transaction of its own, and answers in lines of JSON (see lines.ts): one that names the run, one
 * for each file as it is done, and one with the sums. An answer without that last line broke off: what
 * it told is done, and the rest may be sent again. `run` continues a run: no two of its files may be about one pair, in whatever
 * requests they come.
 */
export const portraitImportEndpoints: Endpoint[] = [
  {
    path: '/import/portraits',
    method: 'post',
    handler: (req) =>
      answerStream(req, 'application/x-ndjson; charset=utf-8', async () => {
        const { id: person, role } = requirePerson(req)
        const language = callerLanguage(req)
        const asked = parseInput(importRequest, queryOf(req), 'Files cannot be imported like this.')
        const canCreateMissing = asked.createMissing === 'true'
        if (canCreateMissing && role === 'author') {
          throw new NotAllowed(onlyEditorsMake)
        }
        const isDryRun = asked.dryRun === 'true'
        if (asked.run !== undefined) await requireOwnRun(req, { run: asked.run, person })
        const files = await readUpload(req)
        const user = req.user ?? undefined
        const record = isDryRun ? null : (asked.run ?? (await openRun(req.payload, user)))
        const run = startRun(record)
        return importEach(req, { files, run, language, canCreateMissing, isDryRun })
      }),
  },
]

/** Whoever reads no further stops it between two files. */
async function* importEach(
  req: PayloadRequest,
  options: {
    files: readonly ReadableFile[]
    run: ImportRun
    language: Language
    canCreateMissing: boolean
    isDryRun: boolean
  },
): AsyncGenerator<string> {
  const { files, run, language } = options
  const { payload } = req
  const results: Pick<Outcome, 'result'>[] = []
  yield toLine({ start: { run: run.record } })
  for (const [index, file] of files.entries()) {
    const user = req.user ?? undefined
    const outcome = await importFile({ ...options, ...file, payload, user })
    results.push({ result: outcome.result })
    yield toLine(toImportLine(outcome, { index, language }))
  }
  yield toLine({ end: countResults(results) })
}

function toLine(line: ImportLine): string {
  return `${JSON.stringify(line)}\n`
}
