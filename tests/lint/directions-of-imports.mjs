import { readFileSync } from 'node:fs'
import path from 'node:path'
import { knowsTypesOfPayload, mayImport, roomOf, withoutPayload } from './rooms.mjs'

/** The aliases of package.json: what a name begins with, and the place that this stands for. */
const aliases = Object.entries(readImports()).map(([name, place]) => ({
  name: name.replace('*', ''),
  place: place.replace('*', '').replace('./', ''),
}))

/** @returns {Record<string, string>} */
function readImports() {
  /** @type {unknown} */
  const description = JSON.parse(readFileSync('package.json', 'utf8'))
  return /** @type {{ imports: Record<string, string> }} */ (description).imports
}

/** Generated from the collections; open to all. */
const typesOfPayload = 'src/payload-types.ts'

/**
 * Imports, those of types too, follow the table of rooms. A relative import stays inside its top folder
 * (`src/model`, `collections`); whatever lies outside is named by its alias. What is imported at run
 * time says as a text what it is, and is checked as well.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const directionsOfImports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      outside: '"{{source}}" leads out of {{folder}}: import it by its alias.',
      direction: '{{from}} does not import {{to}}: see tests/lint/rooms.mjs.',
      payload: '{{from}} runs without Payload, Next and React.',
      support: 'What helps the tests is no part of the product.',
      unknown: 'State what is imported as a text: its direction is checked.',
    },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    const from = roomOf(file)

    /**
     * @param {import('eslint').Rule.Node} node
     * @param {unknown} source
     * @param {boolean} isOfTypes
     */
    const check = (node, source, isOfTypes) => {
      const report = (/** @type {string} */ messageId, data = {}) =>
        context.report({ node, messageId, data: { from: from ?? file, source, ...data } })
      if (typeof source !== 'string') return runsBuilt(file) ? undefined : report('unknown')
      if (source.startsWith('#support/')) return isOfTests(file) ? undefined : report('support')
      if (!from) return
      if (isOfPayload(source)) {
        const isKnown = source === 'payload' && isOfTypes && knowsTypesOfPayload.includes(from)
        return withoutPayload.includes(from) && !isKnown ? report('payload') : undefined
      }
      const target = placeOf(source, file)
      if (target === undefined || target === typesOfPayload) return
      const to = roomOf(target) ?? target.replace(/\/.*/, '')
      if (source.startsWith('.') && roomOf(target) && topFolderOf(target) !== topFolderOf(file))
        return report('outside', { folder: topFolderOf(file) })
      if (to !== from && !mayImport[from]?.includes(to)) report('direction', { to })
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value, isOfTypes(node)),
      ExportNamedDeclaration: (node) => {
        if (node.source) check(node, node.source.value, isOfTypes(node))
      },
      ExportAllDeclaration: (node) => check(node, node.source.value, isOfTypes(node)),
      ImportExpression: (node) =>
        check(node, node.source.type === 'Literal' ? node.source.value : undefined, false),
    }
  },
}

/** TypeScript's part of a node, which ESLint's own types do not know. */
function isOfTypes(/** @type {object} */ node) {
  return (
    ('importKind' in node && node.importKind === 'type') ||
    ('exportKind' in node && node.exportKind === 'type')
  )
}

/** What starts the bundle that it has made cannot name it as a text. */
function runsBuilt(/** @type {string} */ file) {
  return /^src\/server\/launch(?:-delivery)?\.mjs$/.test(file) || isOfTests(file)
}

function isOfTests(/** @type {string} */ file) {
  return ['tests/', 'bench/', 'docs/'].some((folder) => file.startsWith(folder))
}

function isOfPayload(/** @type {string} */ source) {
  return ['payload', '@payloadcms', 'next', 'react'].some(
    (name) => source === name || source.startsWith(`${name}/`),
  )
}

/** The place that a name leads to, from the root; undefined for packages and for what Node brings. */
function placeOf(/** @type {string} */ source, /** @type {string} */ file) {
  if (source.startsWith('.')) return path.posix.join(path.posix.dirname(file), source)
  const alias = aliases.find(({ name }) => source.startsWith(name))
  return alias && alias.place + source.slice(alias.name.length)
}

function topFolderOf(/** @type {string} */ file) {
  const [first = '', second = ''] = file.split('/')
  return first === 'src' ? `src/${second}` : first
}
