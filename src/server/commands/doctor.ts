import { endWithUsage, readCommandLine } from '../command-line.ts'
import { explainFault } from '../configuration/faults.ts'
import { examine } from '../doctor/examine.ts'
import type { Diagnosis } from '../doctor/diagnosis.ts'
import { openInstallation } from '../installation/installation.ts'
import { bootPayload, closePayload } from '../payload.ts'

// `npm run doctor` looks at an installation, beside the running product or without it, and changes
// nothing. It ends with 0 when nothing is ill, else 1.

const read = readCommandLine({ args: process.argv.slice(2), options: {} })
if ('problem' in read) endWithUsage(read, 'npm run doctor')

const signs = { well: 'ok  ', 'worth knowing': 'note', ill: 'BAD ' } as const satisfies Record<
  Diagnosis['verdict'],
  string
>

try {
  const installation = await openInstallation('authoring')
  const payload = await bootPayload()
  let isWell = true
  for await (const { about, verdict, found, advice } of examine(
    payload,
    installation.environment,
    installation.addresses,
    installation,
  )) {
    console.log(`${signs[verdict]}  ${about}: ${found}.`)
    if (advice !== undefined) console.log(advice.replaceAll(/^/gm, '      '))
    if (verdict === 'ill') isWell = false
  }
  await closePayload(payload)
  await installation.close()
  process.exit(isWell ? 0 : 1)
} catch (error) {
  console.error(explainFault(error))
  process.exit(1)
}
