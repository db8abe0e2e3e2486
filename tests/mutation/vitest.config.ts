import { defineConfig } from 'vitest/config'

/** The tests that mutants of the pure parts are held against. */
export default defineConfig({
  test: { include: ['tests/unit/{model,workflow}/**/*.test.ts'], testTimeout: 60_000 },
})
