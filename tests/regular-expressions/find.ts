import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** A regular expression of the product, and a place where it stands. */
export interface Found {
  source: string
  flags: string
  at: string
}

/** Every regular expression that stands as one in the source, each once. */
export function findLiterals(folders: readonly string[]): Found[] {
  const found = new Map<string, Found>()
  for (const file of folders.flatMap(filesIn)) {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    )
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        const { line } = source.getLineAndCharacterOfPosition(node.getStart())
        const at = `${file}:${String(line + 1)}`
        if (!found.has(node.text)) {
          found.set(node.text, {
            source: node.text.slice(1, end),
            flags: node.text.slice(end + 1),
            at,
          })
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return [...found.values()]
}

/** Every one that is put together while the modules of the folders are loaded. */
export async function findMade(folders: readonly string[]): Promise<Found[]> {
  const found = new Map<string, Found>()
  const Original = globalThis.RegExp
  let loading = ''
  globalThis.RegExp = new Proxy(Original, {
    construct(target, args: ConstructorParameters<typeof RegExp>) {
      const made = new target(...args)
      found.set(String(made), { source: made.source, flags: made.flags, at: loading })
      return made
    },
  })
  try {
    for (const file of folders.flatMap(filesIn)) {
      loading = file
      await import(path.resolve(file))
    }
  } finally {
    globalThis.RegExp = Original
  }
  return [...found.values()].filter(({ at }) => at !== '')
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.endsWith('.d.ts'))
}
