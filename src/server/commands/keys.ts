import { verifierLineOf } from '#read-model/log/note.ts'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { readEnvironment } from '../configuration/environment.ts'
import { rotateSigningKey } from '../installation/signing-key.ts'
import { runCommand } from '../run-command.ts'

// `npm run keys:rotate` puts a new key in the place of the one that signs receipts and checkpoints. The one
// before stays listed at /v1/keys, with the end that the worker gives it: what it signed up to then is good.

const read = readCommandLine({ args: process.argv.slice(2), options: {} })
if ('problem' in read) endWithUsage(read, 'npm run keys:rotate')
await runCommand(async () => {
  const environment = readEnvironment()
  if (environment.SIGNING_KEY !== undefined) {
    console.error('The key is SIGNING_KEY of the environment: put another one there.')
    return 1
  }
  const key = await rotateSigningKey(environment)
  console.log(`From now on this key signs: ${verifierLineOf(key)}`)
  return 0
})
