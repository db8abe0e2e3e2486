import { readCommandLine, type ArgumentFault } from './command-line.ts'

/** The account that `npm run admin:create` is to make; without a password it makes one up. */
export interface AdminArguments {
  email: string
  name: string
  password: string | undefined
}

/** Reads the arguments of the command; what is wrong with them where they make no sense. */
export function readAdminArguments(given: readonly string[]): AdminArguments | ArgumentFault {
  const read = readCommandLine({
    args: [...given],
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      password: { type: 'string' },
    },
  })
  if ('problem' in read) return read
  const { email = '', name = '', password } = read.values
  if (email.trim() === '') return { problem: '--email is missing.' }
  if (name.trim() === '') return { problem: '--name is missing.' }
  if (password === '') return { problem: '--password is empty.' }
  return { email, name, password }
}
