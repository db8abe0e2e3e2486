import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { directionsOfImports } from './tests/lint/directions-of-imports.mjs'
import { localApi } from './tests/lint/local-api.mjs'

/** Rules of our own: what no package knows. */
const local = { rules: { 'directions-of-imports': directionsOfImports, 'local-api': localApi } }

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
    plugins: { local },
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
      'local/directions-of-imports': 'error',
      'local/local-api': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "BinaryExpression[operator='instanceof'][right.name=/^(ApplicationError|InvalidRequest|NotSignedIn|NotAllowed|DocumentNotFound|Conflict|PreconditionFailed|TokenRefused|Gone|DocumentLocked|RequestTooLarge|ChecksBlock|LiveCopyProtected|APIError|ValidationError|Forbidden|NotFound|Locked|QueryError|AuthenticationError|UnauthorizedError)$/]",
          message:
            'The build holds these classes several times: ask isApplicationError or isPayloadError.',
        },
      ],
    },
  },
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
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/model/same-secret.ts', 'src/accounts/sign-in/password.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'node:crypto',
          importNames: ['timingSafeEqual'],
          message: 'It throws where a text has other bytes than letters: ask isSameSecret.',
        },
      ],
    },
  },
)
