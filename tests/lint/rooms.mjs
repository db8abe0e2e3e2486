// Which room may import which: the one place where it stands. ESLint holds it (directions-of-imports.mjs);
// tests/unit/repository/import-directions.test.ts holds that it has no circles and allows no more than is used.

/**
 * What each room imports of ours beside itself, types included: a folder of `src`, or `collections`.
 * A room within a room has a line of its own, and is named where it may be imported. Whoever is not
 * here (`payload.config.ts`, migrations, tests) may import everything.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const mayImport = {
  model: [],
  'rich-text': ['model'],
  portrait: ['model', 'rich-text'],
  quality: ['model', 'rich-text'],
  'read-model': ['model', 'portrait'],
  delivery: ['model', 'read-model', 'rich-text'],
  client: [],
  database: ['model'],
  access: ['database', 'model'],
  fields: ['access', 'model'],
  record: ['database', 'model'],
  editorial: ['access', 'database', 'fields', 'model', 'portrait'],
  publishing: ['access', 'database', 'editorial', 'model', 'portrait', 'quality', 'read-model'],
  'workflow/facts': ['database', 'model'],
  workflow: [
    'access',
    'database',
    'editorial',
    'fields',
    'model',
    'portrait',
    'publishing',
    'quality',
    'record',
    'rich-text',
    'workflow/facts',
  ],
  planning: [
    'access',
    'database',
    'editorial',
    'model',
    'portrait',
    'publishing',
    'read-model',
    'record',
    'workflow',
    'workflow/facts',
  ],
  preview: [
    'access',
    'database',
    'editorial',
    'model',
    'portrait',
    'publishing',
    'read-model',
    'record',
    'workflow',
    'workflow/facts',
  ],
  review: ['access', 'database', 'editorial', 'model', 'portrait', 'read-model', 'workflow'],
  'review/comments': [
    'access',
    'database',
    'editorial',
    'model',
    'portrait',
    'record',
    'workflow',
    'workflow/facts',
  ],
  'review/experts': [
    'access',
    'database',
    'editorial',
    'model',
    'portrait',
    'preview',
    'record',
    'review/comments',
    'workflow',
    'workflow/facts',
  ],
  'newsroom/assignment': [
    'access',
    'database',
    'editorial',
    'model',
    'record',
    'workflow',
    'workflow/facts',
  ],
  'newsroom/lists': ['access', 'database', 'editorial', 'model', 'record', 'workflow'],
  'newsroom/reports': ['access', 'database', 'model', 'read-model', 'record'],
  trash: [
    'access',
    'database',
    'editorial',
    'fields',
    'model',
    'portrait',
    'record',
    'review/comments',
    'review/experts',
    'workflow/facts',
    'preview',
  ],
  notifications: [
    'access',
    'database',
    'editorial',
    'model',
    'record',
    'workflow',
    'workflow/facts',
  ],
  accounts: ['access', 'database', 'model', 'notifications', 'publishing', 'record', 'workflow'],
  audit: [
    'access',
    'database',
    'editorial',
    'model',
    'portrait',
    'publishing',
    'read-model',
    'record',
    'workflow',
  ],
  importing: ['access', 'database', 'editorial', 'model'],
  admin: [
    'access',
    'accounts',
    'importing',
    'model',
    'newsroom/lists',
    'newsroom/reports',
    'notifications',
    'portrait',
    'publishing',
    'quality',
    'record',
    'review',
    'review/comments',
    'review/experts',
    'workflow',
    'workflow/facts',
  ],
  app: [
    'payload.config.ts',
    'admin',
    'model',
    'portrait',
    'preview',
    'read-model',
    'review/experts',
  ],
  server: [
    'migrations',
    'payload.config.ts',
    'access',
    'accounts',
    'audit',
    'delivery',
    'editorial',
    'importing',
    'model',
    'newsroom/assignment',
    'newsroom/lists',
    'notifications',
    'planning',
    'portrait',
    'publishing',
    'read-model',
    'review/comments',
    'trash',
    'workflow',
    'workflow/facts',
  ],
  collections: [
    'access',
    'accounts',
    'editorial',
    'fields',
    'model',
    'newsroom/assignment',
    'newsroom/lists',
    'notifications',
    'portrait',
    'preview',
    'publishing',
    'review',
    'review/comments',
    'review/experts',
    'trash',
    'workflow',
  ],
}

/** The rooms that run without Payload, in the delivery plane or in a browser. */
export const withoutPayload = [
  'model',
  'rich-text',
  'portrait',
  'quality',
  'read-model',
  'delivery',
  'client',
]

/** The room that knows Payload's types, and nothing else of it: it declares the forms. */
export const knowsTypesOfPayload = ['portrait']

/**
 * The room of a file or of a folder, by the longest name; undefined outside the rooms.
 *
 * @param {string} file its path from the root of the repository
 */
export function roomOf(file) {
  const inside = file.startsWith('src/') ? file.slice('src/'.length) : file
  return Object.keys(mayImport)
    .filter((room) => room === 'collections' || file.startsWith('src/'))
    .filter((room) => inside === room || inside.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}
