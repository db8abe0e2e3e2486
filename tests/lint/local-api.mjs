// Payload's Local API bypasses access by default, and leaves the transaction where it is given none.

const methods = new Set([
  'auth',
  'count',
  'countGlobalVersions',
  'countVersions',
  'create',
  'delete',
  'duplicate',
  'find',
  'findByID',
  'findDistinct',
  'findGlobal',
  'findGlobalVersionByID',
  'findGlobalVersions',
  'findVersionByID',
  'findVersions',
  'forgotPassword',
  'login',
  'resetPassword',
  'restoreGlobalVersion',
  'restoreVersion',
  'unlock',
  'update',
  'updateGlobal',
  'verifyEmail',
])

/** These know no access: they sign people in. */
const withoutAccess = new Set(['auth', 'login', 'forgotPassword', 'resetPassword', 'verifyEmail'])

/**
 * A call of the Local API says for whom it acts, and in whose transaction where there is a request. It
 * is known by what it is given (a collection, or the slug of a global) or by the name of who is asked,
 * so that a renamed `payload` is held as well.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const localApi = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      access: 'The Local API bypasses access by default: state overrideAccess.',
      request: 'Without req a nested operation runs outside the transaction.',
      written: 'State what the Local API is asked where it is asked: access is seen there.',
      method: 'Call the Local API as payload.{{name}}(…), where it is seen.',
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression') return
        const name = nameOf(callee)
        if (name === null || !methods.has(name) || isDatabase(callee.object)) return
        const [options] = node.arguments
        const isOfPayload = namesPayload(callee.object)
        if (options?.type !== 'ObjectExpression') {
          if (isOfPayload && options) context.report({ node, messageId: 'written' })
          return
        }
        if (!isOfPayload && !has(options, 'collection') && !has(options, 'slug')) return
        if (!withoutAccess.has(name) && !has(options, 'overrideAccess')) {
          context.report({ node, messageId: 'access' })
        }
        if (knows(context.sourceCode.getScope(node), 'req', node) && !has(options, 'req')) {
          context.report({ node, messageId: 'request' })
        }
      },
      VariableDeclarator({ id, init }) {
        if (!init) return
        for (const pattern of patternsOfPayload(id, namesPayload(init))) {
          for (const property of pattern.properties) {
            const name = property.type === 'Property' ? nameOf(property) : null
            if (name !== null && methods.has(name)) {
              context.report({ node: property, messageId: 'method', data: { name } })
            }
          }
        }
      },
    }
  },
}

/** Payload by its own name: `payload`, `req.payload`, `world.product['payload']`. */
function namesPayload(/** @type {import('eslint').Rule.Node} */ node) {
  if (node.type === 'MemberExpression') return nameOf(node) === 'payload'
  return node.type === 'Identifier' && node.name === 'payload'
}

/**
 * The name that a member is read by, or a property has: as `a.name`, `a['name']`, `{ name }` or
 * `{ 'name': x }`; null where it is worked out.
 *
 * @param {Extract<import('eslint').Rule.Node, { type: 'MemberExpression' | 'Property' }>} node
 * @returns {string | null}
 */
function nameOf(node) {
  const key = node.type === 'MemberExpression' ? node.property : node.key
  if (key.type === 'Literal' && typeof key.value === 'string') return key.value
  return key.type === 'Identifier' && !node.computed ? key.name : null
}

/**
 * The patterns that take Payload apart, however deep: `const { payload: { find } } = req`.
 *
 * @param {import('eslint').Rule.Node} pattern
 * @param {boolean} isPayload whether what the pattern is given is Payload
 * @returns {Extract<import('eslint').Rule.Node, { type: 'ObjectPattern' }>[]}
 */
function patternsOfPayload(pattern, isPayload) {
  if (pattern.type !== 'ObjectPattern') return []
  const inner = pattern.properties.flatMap((property) =>
    property.type === 'Property'
      ? patternsOfPayload(property.value, nameOf(property) === 'payload')
      : [],
  )
  return isPayload ? [pattern, ...inner] : inner
}

/** The database's adapter has methods of the same names; it knows no access. */
function isDatabase(/** @type {import('eslint').Rule.Node} */ node) {
  const named = node.type === 'MemberExpression' ? node.property : node
  const called = named.type === 'CallExpression' ? named.callee : named
  return called.type === 'Identifier' && called.name === 'db'
}

/**
 * @param {Extract<import('eslint').Rule.Node, { type: 'ObjectExpression' }>} options
 * @param {string} name
 */
function has({ properties }, name) {
  return properties.some((property) => property.type === 'Property' && nameOf(property) === name)
}

/**
 * Whether a variable of the name is there already: the call may be what makes it.
 *
 * @param {import('eslint').Scope.Scope | null} scope
 * @param {string} name
 * @param {import('eslint').Rule.Node} node
 */
function knows(scope, name, node) {
  const [at = 0] = node.range ?? []
  for (let known = scope; known; known = known.upper) {
    const [made] = known.set.get(name)?.defs ?? []
    if (made) return made.type === 'Parameter' || (made.node.range?.[1] ?? 0) <= at
  }
  return false
}
