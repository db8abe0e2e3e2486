import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** One file of ours that loads another, at once or later. */
export interface Import {
  from: string
  to: string
}

/** Where the product's own code lies. */
const places = ['payload.config.ts', 'src', 'collections', 'migrations']
const isCode = (file: string) => /\.(?:tsx?|mjs|js)$/.test(file)

/** All imports among the product's own files; those of types, for which nothing is loaded, if asked for. */
export function readImports({ withTypes = false } = {}): Import[] {
  const files = places.flatMap((place) =>
    isCode(place)
      ? [place]
      : readdirSync(place, { recursive: true, encoding: 'utf8' })
          .filter(isCode)
          .map((name) => path.join(place, name)),
  )
  return files.flatMap((from) =>
    modulesNamedBy(readFileSync(from, 'utf8'), { file: from, withTypes }).flatMap((name) => {
      const to = resolve(name, from)
      return to !== undefined && isCode(to) ? [{ from, to }] : []
    }),
  )
}

/**
 * The names of the modules that a text of TypeScript imports from, or exports.
 *
 * @param file says by its ending how the text is read
 * @param withTypes whether those count of which only types are taken
 */
export function modulesNamedBy(
  text: string,
  { file, withTypes }: { file: string; withTypes: boolean },
): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const name = namedModule(node, withTypes)
    if (name && ts.isStringLiteralLike(name)) found.push(name.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))
  return found
}

function namedModule(node: ts.Node, withTypes: boolean): ts.Expression | undefined {
  if (ts.isImportDeclaration(node)) {
    return isOfTypes(node.importClause) && !withTypes ? undefined : node.moduleSpecifier
  }
  if (ts.isExportDeclaration(node)) {
    return node.isTypeOnly && !withTypes ? undefined : node.moduleSpecifier
  }
  const isDynamic =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  return isDynamic ? node.arguments[0] : undefined
}

function isOfTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  const { name, namedBindings } = clause
  const areTypes =
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  return clause.isTypeOnly || (name === undefined && areTypes)
}

/** The aliases of package.json: what a name begins with, and the place that this stands for. */
const aliases = Object.entries(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> }).imports,
).map(([name, place]) => ({ name: name.replace('*', ''), place: place.replace('*', '') }))

/** The file of ours that a name leads to; undefined for packages and for what Node brings. */
function resolve(name: string, from: string): string | undefined {
  if (name.startsWith('.')) return path.join(path.dirname(from), name)
  if (name === '@payload-config') return 'payload.config.ts'
  const alias = aliases.find((known) => name.startsWith(known.name))
  return alias && path.join(alias.place, name.slice(alias.name.length))
}
