import type { Payload } from 'payload'
import { rebuildDelivery } from '#publishing/rebuild.ts'
import { extendLexicon, prerenderStalePortraits } from '#publishing/maintenance.ts'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { runCommand } from '../run-command.ts'

// `npm run delivery:rebuild` writes the read model anew from what is live. It may run while sites
// read; one that was broken off goes on where it stopped.

const read = readCommandLine({ args: process.argv.slice(2), options: {} })
if ('problem' in read) endWithUsage(read, 'npm run delivery:rebuild')
await runCommand(rebuild)

async function rebuild(payload: Payload): Promise<number> {
  let shownAt = 0
  const done = await rebuildDelivery(payload, ({ part, done, total }) => {
    const now = Date.now()
    if (done < total && now - shownAt < 1000) return
    shownAt = now
    console.log(`${part}: ${String(done)} of ${String(total)}`)
  })
  while ((await prerenderStalePortraits(payload)) > 0);
  await extendLexicon(payload)
  console.log(`The read model is in step with what is live: ${String(done)} entries looked at.`)
  return 0
}
