import { parseArgs, type ParseArgsConfig } from 'node:util'
import { codeOf, reasonOf } from './configuration/faults.ts'

/** What is wrong with the arguments of a command. */
export interface ArgumentFault {
  problem: string
}

/** Parses the arguments of a command strictly; tells in one sentence what is wrong with them. */
export function readCommandLine<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>> | ArgumentFault {
  try {
    return parseArgs(config)
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS_')) throw error
    // Node goes on to explain how an argument is passed that begins with a dash.
    const [problem = ''] = reasonOf(error).split('. ')
    return { problem: `${problem.replace(/\.$/u, '')}.` }
  }
}

/** Ends a command whose arguments make no sense, with what is wrong and how it is used. */
export function endWithUsage({ problem }: ArgumentFault, usage: string): never {
  console.error(`${problem}\nUsage: ${usage}`)
  process.exit(2)
}
