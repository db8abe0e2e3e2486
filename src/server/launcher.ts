/** What Node runs to run a program of ours, named after it: `src/server/worker.ts`. */
export const launcher = 'src/server/launch.mjs'
