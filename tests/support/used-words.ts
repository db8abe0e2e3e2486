import path from 'node:path'
import ts from 'typescript'
import { nodesOf } from './source.ts'

/** What the code says of words, by their names as `topic:name`. */
export interface UsedWords {
  /** Names that stand there as they are. */
  literal: ReadonlySet<string>
  /** Names that are put together: what a template has before and after its value, and its folder. */
  composed: readonly { head: string; tail: string; folder: string }[]
  /** What such a value may be: every other literal and name of a property, and its folders. */
  values: ReadonlyMap<string, ReadonlySet<string>>
  /** Words that are picked out of their topic: `previewWords.copyLink`, `expertWords[name]` as '[]'. */
  picked: ReadonlyMap<string, ReadonlySet<string>>
}

/** Stands for the folders outside of the interface: what comes with data may be said anywhere. */
const withData = 'data'

/** Reads which words sources use. */
export function usedWordsIn(sources: readonly ts.SourceFile[]): UsedWords {
  const literal = new Set<string>()
  const composed: { head: string; tail: string; folder: string }[] = []
  const values = new Map<string, Set<string>>()
  const picked = new Map<string, Set<string>>()
  for (const source of sources) {
    const isInterface = /^src\/(admin|app)\//.test(source.fileName)
    const folder = isInterface ? path.dirname(source.fileName) : withData
    for (const node of nodesOf(source)) {
      if (ts.isStringLiteralLike(node)) {
        if (/^[a-z]+:\w+$/i.test(node.text)) literal.add(node.text)
        else add(values, node.text, folder)
      } else if (ts.isTemplateExpression(node) && /^[a-z]+:\w*$/i.test(node.head.text)) {
        const tail = node.templateSpans.at(-1)?.literal.text ?? ''
        composed.push({ head: node.head.text, tail, folder })
      } else if (isInterface && ts.isPropertyAssignment(node)) {
        add(values, node.name.getText(), folder)
      }
      const pick = pickOf(node)
      if (pick) add(picked, pick.table, pick.name)
    }
  }
  return { literal, composed, values, picked }
}

/** Whether a word is said anywhere. `table` is the constant that holds its topic. */
export function isUsed(
  used: UsedWords,
  { topic, name, table }: { topic: string; name: string; table: string },
): boolean {
  const word = `${topic}:${name}`
  const picks = used.picked.get(table)
  if (used.literal.has(word) || picks?.has(name) === true) return true
  if (picks?.has('[]') === true && used.values.has(name)) return true
  return used.composed.some(({ head, tail, folder }) => {
    if (!word.startsWith(head) || !word.endsWith(tail)) return false
    const folders = used.values.get(word.slice(head.length, word.length - tail.length))
    return folders?.has(folder) === true || folders?.has(withData) === true
  })
}

/** `table.name`, `table[…]` as '[]', and `{ name } = table`. */
function pickOf(node: ts.Node): { table: string; name: string } | null {
  if (ts.isPropertyAccessExpression(node) && node.expression.getText().endsWith('Words')) {
    return { table: node.expression.getText(), name: node.name.text }
  }
  if (ts.isElementAccessExpression(node) && node.expression.getText().endsWith('Words')) {
    return { table: node.expression.getText(), name: '[]' }
  }
  if (ts.isBindingElement(node) && ts.isVariableDeclaration(node.parent.parent)) {
    const table = node.parent.parent.initializer?.getText() ?? ''
    return table.endsWith('Words') ? { table, name: node.name.getText() } : null
  }
  return null
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key) ?? new Set()
  map.set(key, set.add(value))
}
