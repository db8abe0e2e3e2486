// Mutation tests of the parts that decide: `npm run mutation`, at night with --ignoreStatic (.ci/nightly).

export default {
  // What unit tests hold. A rule that stands over HTTP or in the database is held by the integration tests,
  // the forms of the kinds by the generated types and the structure of the database.
  mutate: [
    'src/model/{berlin-time,csv,day,documents,salary,salary-in-words,slug,text,web-address}.ts',
    'src/model/codes/{kldb,region}.ts',
    'src/rich-text/*.ts',
    'src/portrait/{canonical,digest,digest-v1,labels,passages,restore}.ts',
    'src/portrait/kinds/{rich-text,values}.ts',
    'src/portrait/difference/*.ts',
    'src/workflow/{dates,decide,demands,transitions}.ts',
    'src/review/comments/anchor.ts',
    'src/record/hash.ts',
    'src/review/experts/token.ts',
    'src/newsroom/reports/buckets.ts',
    'src/notifications/{failure,kinds,recipients}.ts',
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
