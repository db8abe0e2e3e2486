// Mutation tests of the parts that decide: `npm run mutation`, at night with --ignoreStatic (.ci/nightly).

export default {
  mutate: [
    'src/model/**/*.ts',
    'src/rich-text/*.ts',
    'src/portrait/{canonical,digest,digest-v1,labels,passages,quoting,restore}.ts',
    'src/portrait/kinds/*.ts',
    'src/portrait/difference/*.ts',
    'src/workflow/{dates,decide,demands,transitions}.ts',
    'src/editorial/permit.ts',
    'src/review/comments/anchor.ts',
    'src/record/hash.ts',
    'src/review/experts/token.ts',
    'src/newsroom/reports/buckets.ts',
    'src/notifications/{kinds,recipients,facts,failure}.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner', './tests/mutation/ignore-messages.mjs'],
  ignorers: ['messages'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: '.stryker',
  ignorePatterns: ['.next', '.data', 'media', 'migrations', 'bench', 'docs'],
}
