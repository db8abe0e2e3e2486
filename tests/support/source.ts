import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** A literal in the source, with the place where it stands. */
export interface Found {
  /** As `src/admin/home/HomePage.tsx:12`. */
  at: string
  text: string
}

/** The sources below some folders, parsed. */
export function parseSources(folders: readonly string[]): ts.SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { encoding: 'utf8', recursive: true }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.tsx?$/.test(file))
    .sort()
    .map((file) => parseSource(file, readFileSync(file, 'utf8')))
}

/** One source, parsed. */
export function parseSource(file: string, text: string): ts.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
}

/** Every node of a source, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of childrenOf(node)) yield* nodesOf(child)
}

/** Attributes of elements that people read or hear. */
const spoken = new Set([
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'label',
  'placeholder',
  'title',
])
/** What a configuration shows to people. */
const shown = new Set(['label', 'singular', 'plural', 'description', 'placeholder', 'group'])

/**
 * The literals of a component that people would read in one language only: text in elements, what is
 * read out, and what a toast says. A key to press is none, nor is the name of a word.
 */
export function untranslatedIn(source: ts.SourceFile): Found[] {
  return [...nodesOf(source)].flatMap((node) => {
    if (ts.isJsxText(node)) return isKey(node) ? [] : literalsIn(node)
    if (ts.isJsxAttribute(node)) {
      return spoken.has(node.name.getText()) ? literalsIn(node.initializer) : []
    }
    if (ts.isJsxExpression(node)) {
      return ts.isJsxAttribute(node.parent) ? [] : literalsIn(node.expression)
    }
    return isToast(node) ? node.arguments.flatMap(literalsIn) : []
  })
}

/** The labels of a configuration that are written in one language only. */
export function plainLabelsIn(source: ts.SourceFile): Found[] {
  return [...nodesOf(source)].flatMap((node) =>
    ts.isPropertyAssignment(node) && shown.has(node.name.getText())
      ? literalsIn(node.initializer)
      : [],
  )
}

/** The texts that an expression may give, where they stand in it. */
function literalsIn(node: ts.Node | undefined): Found[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return foundAt(node, node.text)
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
    return foundAt(node, parts.join(' '))
  }
  if (ts.isConditionalExpression(node)) {
    return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)]
  }
  if (ts.isBinaryExpression(node)) return [...literalsIn(node.left), ...literalsIn(node.right)]
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) {
    return literalsIn(node.expression)
  }
  return []
}

function foundAt(node: ts.Node, text: string): Found[] {
  if (!/\p{L}/u.test(text) || /^[a-z]+:\w+$/i.test(text)) return []
  const source = node.getSourceFile()
  const { line } = source.getLineAndCharacterOfPosition(node.getStart())
  return [{ at: `${source.fileName}:${String(line + 1)}`, text: text.trim() }]
}

function isKey({ parent }: ts.JsxText): boolean {
  return ts.isJsxElement(parent) && parent.openingElement.tagName.getText() === 'kbd'
}

function isToast(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.expression.getText() === 'toast'
  )
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    children.push(child)
  })
  return children
}
