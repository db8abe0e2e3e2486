import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { bootstrapContext } from '#access/bootstrap.ts'
import { openInstallation } from '../installation.ts'
import { bootPayload, closePayload } from '../payload.ts'

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
const installation = await openInstallation()
let status = 0
try {
  const payload = await bootPayload()
  const password = values.password ?? randomBytes(12).toString('base64url')
  try {
    await payload.create({
      collection: 'users',
      data: { email: values.email, name: values.name, role: 'admin', password },
      overrideAccess: true,
      context: bootstrapContext,
    })
    console.log(`Account made: ${values.email}`)
    if (values.password === undefined) console.log(`Password: ${password}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    status = 1
  }
  await closePayload(payload)
} finally {
  await installation.close()
}
process.exit(status)
