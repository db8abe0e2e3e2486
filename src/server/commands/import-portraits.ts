import type { Payload, TypedUser } from 'payload'
import { readArguments, usage } from '#importing/portraits/arguments.ts'
import { findFiles } from '#importing/portraits/find-files.ts'
import { importFiles } from '#importing/portraits/import-files.ts'
import { startRun } from '#importing/portraits/run/import-run.ts'
import { openRun } from '#importing/portraits/run/record.ts'
import {
  countResults,
  manyFiles,
  progressLine,
  reportLines,
} from '#importing/portraits/run/report.ts'
import { runCommand } from '../run-command.ts'

// `npm run import:portraits -- FILES OR FOLDERS… [--author EMAIL] [--create-missing] [--dry-run]`

const wanted = readArguments(process.argv.slice(2))
if ('problem' in wanted) {
  console.error(`${wanted.problem}\n${usage}`)
  process.exit(2)
}
const { paths, author, canCreateMissing, isDryRun } = wanted

await runCommand(async (payload) => {
  const user = author === null ? undefined : await findAccount(payload, author)
  if (user === null) {
    console.error(`There is no account ${String(author)}; nothing was imported.`)
    return 1
  }
  const files = await findFiles(paths)
  const outcomes = await importFiles({
    payload,
    user,
    files,
    canCreateMissing,
    isDryRun,
    run: startRun(isDryRun ? null : await openRun(payload, user)),
    onDone: (outcome, index) => {
      if (files.length > manyFiles) console.log(progressLine(outcome, index, files.length))
    },
  })
  for (const line of reportLines(outcomes, { isDryRun })) console.log(line)
  return countResults(outcomes).failed > 0 ? 1 : 0
})

async function findAccount(payload: Payload, email: string): Promise<TypedUser | null> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email }, deactivatedAt: { exists: false } },
    depth: 0,
    limit: 1,
    overrideAccess: true,
  })
  return docs[0] ? { ...docs[0], collection: 'users' } : null
}
