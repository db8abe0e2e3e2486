import { readFile } from 'node:fs/promises'
import { acceptCosignatures, addWitness } from '#publishing/log/witness.ts'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { runCommand } from '../run-command.ts'

// `npm run log:witness -- KEY` lists the key of a witness; `npm run log:cosign -- FILE` accepts what witnesses
// have signed: the text of a checkpoint with their lines below it.

const usage = 'npm run log:witness -- KEY | npm run log:cosign -- FILE'
const read = readCommandLine({ args: process.argv.slice(2), allowPositionals: true, options: {} })
if ('problem' in read) endWithUsage(read, usage)
const [command, given, ...others] = read.positionals
if (given === undefined || others.length > 0) {
  endWithUsage({ problem: 'One key, or one file, is needed.' }, usage)
}
await runCommand(async (payload) => {
  if (command === 'add') {
    const { name } = await addWitness(payload, given)
    console.log(`What ${name} signs is accepted from now on.`)
    return 0
  }
  const accepted = await acceptCosignatures(payload, await readFile(given, 'utf8'))
  console.log(
    accepted.length === 0
      ? 'No witness that is listed signed it.'
      : `Accepted, and served with the checkpoint: ${accepted.join(', ')}.`,
  )
  return accepted.length === 0 ? 1 : 0
})
