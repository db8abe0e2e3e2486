import { makeSignInLink } from '#accounts/provider/sign-in-link.ts'
import { endWithUsage, readCommandLine } from '../command-line.ts'
import { readEnvironment } from '../configuration/environment.ts'
import { authoringOriginOf } from '../configuration/origins.ts'
import { runCommand } from '../run-command.ts'

// `npm run admin:sign-in-link -- --email EMAIL` prints a link that signs somebody in, once, within ten minutes.

const usage = 'npm run admin:sign-in-link -- --email EMAIL'
const read = readCommandLine({
  args: process.argv.slice(2),
  options: { email: { type: 'string' } },
})
if ('problem' in read) endWithUsage(read, usage)
const { email = '' } = read.values
if (email.trim() === '') endWithUsage({ problem: '--email is missing.' }, usage)

await runCommand(async (payload) => {
  const authoringOrigin = authoringOriginOf(readEnvironment())
  const link = await makeSignInLink(payload, { email, authoringOrigin })
  if (link === null) {
    console.error(`There is no active account ${email}.`)
    return 1
  }
  console.log(`Good once, for ten minutes:\n${link}`)
  return 0
})
