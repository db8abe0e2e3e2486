import { defineConfig } from 'vitest/config'

/** The tests of the pure parts, out of the project `unit`: no others notice a mutant there. */
export default defineConfig({
  test: {
    name: 'unit',
    include: [
      'tests/unit/{model,newsroom,notifications,portrait,review,rich-text,workflow}/**/*.test.ts',
    ],
    setupFiles: ['tests/mutation/setup.ts'],
    // A mutated file counts its calls, which takes time.
    testTimeout: 20_000,
  },
})
