import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import path from 'node:path'
import tseslint from 'typescript-eslint'

/** Imports point one way: what each folder may import of ours (design of the house). */
const below = [
  'model',
  'rich-text',
  'portrait',
  'database',
  'read-model',
  'access',
  'fields',
  'quality',
  'publishing',
]
const mayImport = {
  'src/model': [],
  'src/rich-text': ['model'],
  'src/portrait': ['model', 'rich-text'],
  'src/read-model': ['model', 'rich-text', 'portrait'],
  'src/quality': ['model', 'rich-text'],
  'src/database': ['model'],
  'src/access': ['model', 'database'],
  'src/fields': ['model', 'database', 'access'],
  'src/publishing': ['model', 'portrait', 'database', 'read-model', 'access', 'fields', 'quality'],
  'src/workflow': below,
  'src/importing': [...below, 'workflow'],
  'src/admin': [...below, 'workflow', 'importing'],
  'src/delivery': ['model', 'rich-text', 'read-model'],
  'src/client': [],
  collections: [...below, 'workflow'],
}
const ours = [
  ...below,
  'workflow',
  'importing',
  'delivery',
  'client',
  'admin',
  'collections',
  'server',
]
/** What runs without Payload, or is to be understood without it. */
const withoutPayload = [
  'src/model',
  'src/rich-text',
  'src/portrait',
  'src/read-model',
  'src/quality',
  'src/delivery',
  'src/client',
]
const forbidden = Object.fromEntries(
  Object.entries(mayImport).map(([folder, allowed]) => [
    folder,
    [
      ...ours
        .filter((name) => !allowed.includes(name) && !folder.endsWith(name))
        .map((name) => `#${name}`),
      ...(withoutPayload.includes(folder) ? ['@payloadcms', 'next', 'react'] : []),
      ...(withoutPayload.includes(folder) && folder !== 'src/portrait' ? ['payload'] : []),
    ],
  ]),
)

/** The Local API says for whom it acts, and in which transaction. */
const localApiCalls = [
  {
    selector:
      "CallExpression[callee.object.name='payload'][callee.property.name=/^(find|findByID|count|create|update|delete|findVersions|restoreVersion)$/] > ObjectExpression:not(:has(> Property[key.name='overrideAccess']))",
    message: 'The Local API bypasses access by default: state overrideAccess.',
  },
  {
    selector:
      "CallExpression[callee.object.property.name='payload'][callee.property.name=/^(find|findByID|count|create|update|delete|findVersions|restoreVersion)$/] > ObjectExpression:not(:has(> Property[key.name='overrideAccess']))",
    message: 'The Local API bypasses access by default: state overrideAccess.',
  },
  {
    selector:
      "CallExpression[callee.object.object.name='req'][callee.object.property.name='payload'][callee.property.name=/^(find|findByID|count|create|update|delete)$/] > ObjectExpression:not(:has(> Property[key.name='req']))",
    message: 'Without req a nested operation runs outside the transaction.',
  },
]

/** What runs at run time only would slip past the rules for imports. */
const importCall = {
  selector: 'ImportExpression',
  message: 'State imports at the top of the file, where their direction is checked.',
}

/**
 * A relative import stays inside the top folder of its file (`src/model`, `collections`): whatever
 * lies outside is named by its alias, and aliases are held against the directions of imports.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
const insideOwnFolder = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { outside: '"{{source}}" leads out of {{folder}}: import it by its alias.' },
  },
  create(context) {
    const folder = topFolderOf(context.filename, context.cwd)
    /** @param {import('eslint').Rule.Node & { source?: { value?: unknown } | null }} node */
    const check = (node) => {
      const { source } = node
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return
      const target = path.resolve(path.dirname(context.filename), source.value)
      if (topFolderOf(target, context.cwd) === folder) return
      context.report({ node, messageId: 'outside', data: { source: source.value, folder } })
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

export default tseslint.config(
  {
    ignores: [
      '.next/**',
      '.stryker/**',
      'reports/**',
      '.data/**',
      'node_modules/**',
      'media/**',
      'next-env.d.ts',
      'src/payload-types.ts',
      'src/client/paths.d.ts',
      'src/app/(payload)/admin/importMap.js',
      'migrations/*_initial.ts',
      'migrations/*_complete_workflow.ts',
      'migrations/*_delivery_sites.ts',
      'migrations/*_generated_*.ts',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', ...localApiCalls],
    },
  },
  ...Object.entries(forbidden).map(([folder, names]) => ({
    files: [`${folder}/**/*.{ts,tsx}`],
    plugins: { local: { rules: { 'inside-own-folder': insideOwnFolder } } },
    rules: {
      'local/inside-own-folder': 'error',
      'no-restricted-syntax': ['error', ...localApiCalls, importCall],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // Not as a `group`: that takes what begins with # for a comment.
              regex: `^(?:${names.join('|')})(?:/|$)`,
              message: `${folder} does not import this: see README, map of the folders.`,
            },
            ...(folder === 'src/portrait'
              ? [
                  {
                    regex: '^payload$',
                    message: 'Only types of Payload: the delivery plane loads this room.',
                    allowTypeImports: true,
                  },
                ]
              : []),
          ],
        },
      ],
    },
  })),
  {
    files: ['src/admin/**/*.{ts,tsx}', 'src/app/**/*.{ts,tsx}'],
    // jsx-a11y names ESLint 9 as the newest that it knows; `overrides` in package.json give it ours.
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.recommended],
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      // Of what the React Compiler leaves out; nothing here is compiled by it.
      'react-hooks/incompatible-library': 'off',
      // What scrolls has to be reached by the keyboard, and is a group with a name for that.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['group', 'tabpanel'] }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'collections/**/*.ts', 'payload.config.ts'],
    ignores: ['src/server/configuration/environment.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'The environment is read in src/server/configuration/environment.ts.',
        },
      ],
    },
  },
)
