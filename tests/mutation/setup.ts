import fc from 'fast-check'

// A mutant is tried thousands of times over: what a property misses today it finds another night.
fc.configureGlobal({ numRuns: 15 })
