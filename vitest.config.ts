import { defineConfig } from 'vitest/config'
import { keepInMemory } from './tests/support/keep-in-memory.ts'

keepInMemory()

const likeOthers = ['rest', 'sides', 'graphql', 'local', 'transitions', 'database'].map(
  (doors) => `tests/integration/matrix/${doors}-of-profiles.test.ts`,
)

export default defineConfig({
  test: {
    // One more than CI has cores: the end-to-end tests mostly wait.
    maxWorkers: 3,
    // What is waited for comes later on a busy machine; a second, as preset, is no time there.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          isolate: false,
          setupFiles: 'tests/support/fresh-modules.ts',
          // Long enough for a busy machine: what a test holds is what comes out, not when.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          // What holds of one collection holds of the other, by the same code: these run at night.
          exclude: process.env.MATRIX === 'whole' ? [] : likeOthers,
          globalSetup: 'tests/support/global-setup.ts',
          isolate: false,
          setupFiles: 'tests/support/fresh-modules.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          env: { NODE_ENV: 'production' },
          execArgv: ['--conditions=production'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/unpack-once.ts', 'tests/support/build-once.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
