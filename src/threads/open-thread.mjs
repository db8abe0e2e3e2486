// A thread begins in plain JavaScript: the loader that reads TypeScript has to be there first. What it is given
// and what it imports have types where they are named: see threads.ts.
/* eslint-disable @typescript-eslint/no-unsafe-assignment */
import { pathToFileURL } from 'node:url'
import { workerData } from 'piscina'
import { register } from 'tsx/esm/api'

register()
/** @type {{ tasks: string }} */
const given = workerData
const place = pathToFileURL(given.tasks).href
/** @type {Readonly<Record<string, (input: unknown) => unknown>>} */
// eslint-disable-next-line local/directions-of-imports
const tasks = await import(place)

/** @param {{ task: string, input: unknown }} asked */
export default ({ task, input }) => tasks[task]?.(input)
