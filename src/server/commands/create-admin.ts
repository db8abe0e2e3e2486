import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { ValidationError } from 'payload'
import { bootstrapContext } from '#access/bootstrap.ts'
import { runCommand } from '../run-command.ts'

// `npm run admin:create -- --email EMAIL --name NAME [--password PASSWORD]`

const { values } = parseArgs({
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    password: { type: 'string' },
  },
})
if (!values.email || !values.name) {
  console.error('Usage: npm run admin:create -- --email EMAIL --name "NAME" [--password PASSWORD]')
  process.exit(2)
}
const { email, name } = values
const password = values.password ?? randomBytes(12).toString('base64url')

await runCommand(async (payload) => {
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { email: { equals: email } },
    overrideAccess: true,
  })
  if (totalDocs > 0) {
    console.error(`There already is an account ${email}.`)
    return 1
  }
  try {
    await payload.create({
      collection: 'users',
      data: { email, name, role: 'admin', password },
      overrideAccess: true,
      context: bootstrapContext,
    })
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    for (const { path, message } of error.data.errors) console.error(`${path}: ${message}`)
    return 1
  }
  console.log(`Account made: ${email}`)
  if (values.password === undefined) console.log(`Password: ${password}`)
  return 0
})
