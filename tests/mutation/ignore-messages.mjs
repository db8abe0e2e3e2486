/**
 * Leaves what people read alone: in `{ de: '…', en: '…' }` the wording is free, and a test that
 * demanded it letter by letter would only say it twice.
 */
const messages = {
  /** @param {BabelPath} path */
  shouldIgnore(path) {
    const isWording = path.isStringLiteral() || path.isTemplateLiteral()
    const property = path.parent
    if (!isWording || property.type !== 'ObjectProperty') return undefined
    const isMessage = ['de', 'en'].includes(property.key?.name ?? '')
    return isMessage ? 'The wording of a message is free.' : undefined
  },
}

/**
 * @typedef {object} BabelPath What is used here of the path that Stryker hands over.
 * @property {() => boolean} isStringLiteral
 * @property {() => boolean} isTemplateLiteral
 * @property {{ type: string, key?: { name?: string } }} parent
 */

export const strykerPlugins = [{ kind: 'Ignore', name: 'messages', value: messages }]
