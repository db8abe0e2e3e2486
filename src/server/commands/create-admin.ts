import { randomBytes } from 'node:crypto'
import { fieldErrorsOf, isPayloadErrorNamed } from '#access/payload-errors.ts'
import { bootstrapContext } from '#access/bootstrap.ts'
import { readAdminArguments } from '../admin-arguments.ts'
import { endWithUsage } from '../command-line.ts'
import { forgetFirstPassword, keepFirstPassword } from '../first-password.ts'
import { runCommand } from '../run-command.ts'

// `npm run admin:create -- --email EMAIL --name NAME [--password PASSWORD]`

const wanted = readAdminArguments(process.argv.slice(2))
if ('problem' in wanted) {
  endWithUsage(wanted, 'npm run admin:create -- --email EMAIL --name "NAME" [--password PASSWORD]')
}
const { email, name, password = randomBytes(12).toString('base64url') } = wanted

await runCommand(async (payload, { dataDirectory }) => {
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { email: { equals: email } },
    overrideAccess: true,
  })
  if (totalDocs > 0) {
    console.error(`There already is an account ${email}.`)
    return 1
  }
  // Before there is an account: one whose password nobody has would be of no use.
  const file =
    wanted.password === undefined
      ? await keepFirstPassword(dataDirectory, { email, password })
      : undefined
  try {
    await payload.create({
      collection: 'users',
      data: { email, name, role: 'admin', password },
      overrideAccess: true,
      context: bootstrapContext,
    })
  } catch (error) {
    if (file !== undefined) await forgetFirstPassword(file, { email, password })
    if (!isPayloadErrorNamed(error, 'ValidationError')) throw error
    for (const { path, message } of fieldErrorsOf(error)) console.error(`${path}: ${message}`)
    return 1
  }
  console.log(`Account made: ${email}`)
  if (file !== undefined) {
    console.log(
      `Its password is in ${file}, readable for you only. Delete that when it is changed.`,
    )
  }
  return 0
})
