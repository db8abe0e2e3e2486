import tseslint from 'typescript-eslint'

/** Imports point one way: what each folder may not import of ours (design of the house). */
const forbidden = {
  'src/model': [
    '#access/*',
    '#fields/*',
    '#quality/*',
    '#workflow/*',
    '#importing/*',
    '#server/*',
    '#collections/*',
    '#admin/*',
    'payload',
    '@payloadcms/*',
  ],
  'src/quality': [
    '#access/*',
    '#fields/*',
    '#workflow/*',
    '#importing/*',
    '#server/*',
    '#collections/*',
    '#admin/*',
    'payload',
    '@payloadcms/*',
  ],
  'src/access': [
    '#fields/*',
    '#quality/*',
    '#workflow/*',
    '#importing/*',
    '#server/*',
    '#collections/*',
    '#admin/*',
  ],
  'src/fields': [
    '#quality/*',
    '#workflow/*',
    '#importing/*',
    '#server/*',
    '#collections/*',
    '#admin/*',
  ],
  'src/workflow': ['#importing/*', '#server/*', '#collections/*', '#admin/*'],
  'src/importing': ['#server/*', '#collections/*', '#admin/*'],
  'src/admin': ['#server/*', '#collections/*', '#importing/*'],
  collections: ['#server/*', '#admin/*', '#importing/*'],
}

export default tseslint.config(
  {
    ignores: [
      '.next/**',
      '.data/**',
      'node_modules/**',
      'media/**',
      'next-env.d.ts',
      'src/payload-types.ts',
      'src/app/(payload)/admin/importMap.js',
      'migrations/*_initial.ts',
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
      'no-restricted-syntax': [
        'error',
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
      ],
    },
  },
  ...Object.entries(forbidden).map(([folder, patterns]) => ({
    files: [`${folder}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: patterns,
              message: `${folder} does not import this: see README, map of the folders.`,
            },
          ],
        },
      ],
    },
  })),
  {
    files: ['src/**/*.{ts,tsx}', 'collections/**/*.ts', 'payload.config.ts'],
    ignores: ['src/server/environment.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'The environment is read in src/server/environment.ts.',
        },
      ],
    },
  },
)
