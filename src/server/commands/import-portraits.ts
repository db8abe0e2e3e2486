import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { PortraitTextError } from '#importing/portraits/errors.ts'
import { importPortrait } from '#importing/portraits/write.ts'
import { openInstallation } from '../installation.ts'
import { migrate } from '../migrate.ts'
import { bootPayload, closePayload } from '../payload.ts'

// `npm run import:portraits -- FILES OR FOLDERS… [--author EMAIL] [--create-missing] [--dry-run]`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    author: { type: 'string' },
    'create-missing': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
})
if (positionals.length === 0) {
  console.error(
    'Usage: npm run import:portraits -- FILES OR FOLDERS… [--author EMAIL] [--create-missing] [--dry-run]',
  )
  process.exit(2)
}

const files = await findFiles(positionals)
const installation = await openInstallation()
let hasFailed = false
try {
  const payload = await bootPayload()
  await migrate(payload, installation.environment.DATABASE_URL ?? '')
  const startedAt = new Date().toISOString()
  const author =
    values.author === undefined
      ? undefined
      : (
          await payload.find({
            collection: 'users',
            where: { email: { equals: values.author } },
            depth: 0,
            overrideAccess: true,
          })
        ).docs[0]
  if (values.author !== undefined && !author) {
    console.error(`There is no account ${values.author}.`)
    await closePayload(payload)
    await installation.close()
    process.exit(1)
  }
  const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  const rows: { file: string; result: string; text: string; remarks: string }[] = []
  for (const [index, file] of files.entries()) {
    try {
      const imported = await importPortrait({
        payload,
        user: author ? { ...author, collection: 'users' } : undefined,
        file: path.basename(file),
        bytes: await readFile(file),
        canCreateMissing: values['create-missing'],
        isDryRun: values['dry-run'],
      })
      counts[imported.result] += 1
      rows.push({
        file,
        result: imported.result,
        text: [imported.profession, imported.region].filter(Boolean).join(' · '),
        remarks: imported.warnings
          .map(({ line, message }) =>
            line === null ? message.de : `Zeile ${String(line)}: ${message.de}`,
          )
          .join(' '),
      })
    } catch (error) {
      counts.failed += 1
      rows.push({ file, result: 'failed', text: '', remarks: explain(error) })
    }
    if (files.length > 10) console.log(`${String(index + 1)} of ${String(files.length)}  ${file}`)
  }
  for (const { file, result, text, remarks } of rows) {
    console.log(`${result.padEnd(9)} ${file}  ${text}${remarks ? `\n          ${remarks}` : ''}`)
  }
  console.log(
    `${values['dry-run'] ? 'Dry run, nothing was written. ' : ''}created ${String(counts.created)}, updated ${String(counts.updated)}, unchanged ${String(counts.unchanged)}, failed ${String(counts.failed)}`,
  )
  hasFailed = counts.failed > 0
  if (!values['dry-run']) {
    await payload.create({
      collection: 'import-runs',
      data: {
        kind: 'portraits',
        startedAt,
        finishedAt: new Date().toISOString(),
        ...(author ? { startedBy: author.id } : {}),
        ...counts,
        report: rows,
      },
      overrideAccess: true,
    })
  }
  await closePayload(payload)
} finally {
  await installation.close()
}
process.exit(hasFailed ? 1 : 0)

/** All files named, and all .txt files below the folders named, in order. */
async function findFiles(paths: string[]): Promise<string[]> {
  const found: string[] = []
  for (const start of paths) {
    const kind = await stat(start).catch(() => undefined)
    if (!kind?.isDirectory()) {
      found.push(start)
      continue
    }
    const entries = await readdir(start, { recursive: true })
    found.push(
      ...entries
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => path.join(start, name)),
    )
  }
  return found
}

function explain(error: unknown): string {
  if (error instanceof PortraitTextError) {
    return error.line === null ? error.reason.de : `Zeile ${String(error.line)}: ${error.reason.de}`
  }
  return error instanceof Error ? error.message : String(error)
}
