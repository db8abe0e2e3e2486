import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createLocalReq, type Payload } from 'payload'
import { anchorEvents } from '#audit/anchor.ts'
import { countOlder } from '#audit/compare-older.ts'
import { exportAudit } from '#audit/read.ts'
import { findOpenFaults } from '#audit/faults.ts'
import { sweepReadModel } from '#audit/sweep.ts'
import { verifyRecord, type AuditProblem } from '#audit/verify.ts'
import { sqlIn } from '#database/sql.ts'
import type { Redaction } from '#record/redactions.ts'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { runCommand } from '../run-command.ts'

// `npm run audit:verify` recomputes the record, compares what sites read with it, and ends with 0 when
// nothing is wrong, else 1; what it compares goes on where it was broken off, unless it is told `--anew`;
// `npm run audit:export -- FILE` writes it as JSON Lines; `npm run audit:anchor` binds what is new.

const usage =
  'npm run audit:verify [-- --anew] | npm run audit:anchor | npm run audit:export -- FILE'
const read = readCommandLine({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { anew: { type: 'boolean', default: false } },
})
if ('problem' in read) endWithUsage(read, usage)
const [command = '', file, ...others] = read.positionals
const isAnew = read.values.anew
/** At most so many are told; those that are mended make room for others. */
const mostFaults = 1000
const commands: Readonly<Record<string, (payload: Payload) => Promise<number>>> = {
  verify,
  anchor,
  export: writeExport,
}
const work = commands[command]
if (!work) endWithUsage({ problem: `"${command}" is none of verify, anchor and export.` }, usage)
if (others.length > 0 || (command === 'export') !== (file !== undefined)) {
  endWithUsage({ problem: 'Only export takes a file, and needs one.' }, usage)
}
await runCommand(work)

async function verify(payload: Payload): Promise<number> {
  const { events, chains, anchors, redactions, problems } = await verifyRecord(
    payload,
    showProgress('events'),
  )
  say(`${String(events)} events in ${String(chains)} chains, ${String(anchors)} anchors`, problems)
  tellRedactions(redactions)
  const progress = showProgress('rows')
  const compared = await sweepReadModel(payload, {
    runner: 'command',
    isAnew,
    onSlice: (_, rows) => {
      progress(rows)
    },
  })
  const faults = await findOpenFaults(await createLocalReq({}, payload), mostFaults)
  say(`${String(compared.rowsInRun)} rows of what sites read`, faults)
  const older = await countOlder(await sqlIn({ payload }))
  if (older > 0) {
    console.log(
      `  older: ${String(older)} texts wait for the worker to write them anew, and are held against the log alone.`,
    )
  }
  return problems.length + faults.length === 0 ? 0 : 1
}

function say(what: string, problems: readonly AuditProblem[]): void {
  const { length } = problems
  const many =
    length === mostFaults ? `${String(length)} problems or more` : `${String(length)} problems`
  console.log(`${what}: ${length === 0 ? 'nothing is wrong.' : `${many}.`}`)
  for (const { where, problem } of problems) console.log(`  ${where}: ${problem}`)
}

/** What is not as it was written because two people had it emptied: that is no fault, and is said. */
function tellRedactions(redactions: readonly Redaction[]): void {
  for (const { where, at, rows, askedBy, by } of redactions) {
    console.log(
      `  redacted: ${where}, ${at}: ${String(rows)} rows, asked for by ${askedBy}, confirmed by ${by}.`,
    )
  }
}

async function anchor(payload: Payload): Promise<number> {
  const made = await anchorEvents(payload)
  console.log(
    made
      ? `Anchor ${String(made.number)} binds ${String(made.events)} events: ${made.hash}. Keep this line elsewhere too.`
      : 'There is nothing new to bind.',
  )
  return 0
}

async function writeExport(payload: Payload): Promise<number> {
  const out = createWriteStream(file ?? '', { flags: 'wx' })
  await once(out, 'open')
  const progress = showProgress('events written')
  let events = 0
  for await (const lines of exportAudit(await createLocalReq({}, payload), {})) {
    if (!out.write(lines)) await once(out, 'drain')
    events += lines.split('\n').length - 1
    progress(events)
  }
  out.end()
  await once(out, 'close')
  console.log(`${String(events)} events written to ${file ?? ''}.`)
  return 0
}

/** A line that counts up, on a terminal only. */
function showProgress(what: string): (count: number) => void {
  return (count) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${String(count)} ${what} …\x1b[K\r`)
  }
}
