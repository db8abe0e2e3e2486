import path from 'node:path'

/**
 * A relative import stays inside the top folder of its file (`src/model`, `collections`): whatever
 * lies outside is named by its alias, and aliases are held against the directions of imports.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const insideOwnFolder = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { outside: '"{{source}}" leads out of {{folder}}: import it by its alias.' },
  },
  create(context) {
    const folder = topFolderOf(context.filename, context.cwd)
    /** @param {{ source?: import('estree').ImportDeclaration['source'] | null }} node */
    const check = ({ source }) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return
      const target = path.resolve(path.dirname(context.filename), source.value)
      if (topFolderOf(target, context.cwd) === folder) return
      context.report({ node: source, messageId: 'outside', data: { source: source.value, folder } })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    }
  },
}

/**
 * @param {string} file
 * @param {string} root
 */
function topFolderOf(file, root) {
  const [first = '', second = ''] = path.relative(root, file).split(path.sep)
  return first === 'src' ? `src/${second}` : first
}
