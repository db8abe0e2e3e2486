import { parseArgs } from 'node:util'

export const usage =
  'Usage: npm run import:portraits -- FILES OR FOLDERS… [--author EMAIL] [--create-missing] [--dry-run]'

/** What the command was asked to do. */
export interface ImportArguments {
  paths: string[]
  /** The account on whose behalf the texts are written; null: nobody's. */
  author: string | null
  canCreateMissing: boolean
  isDryRun: boolean
}

/** Reads the arguments of the command; what is wrong with them where they make no sense. */
export function readArguments(given: readonly string[]): ImportArguments | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        author: { type: 'string' },
        'create-missing': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    const author = values.author?.trim().toLowerCase() ?? null
    if (author === '') return { problem: '--author needs the e-mail address of an account.' }
    if (positionals.length === 0) return { problem: 'No file or folder is named.' }
    return {
      paths: positionals,
      author,
      canCreateMissing: values['create-missing'],
      isDryRun: values['dry-run'],
    }
  } catch (error) {
    const [problem = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
    return { problem: `${problem.replace(/\.$/u, '')}.` }
  }
}
