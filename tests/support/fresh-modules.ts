import { vi } from 'vitest'

// The test files of one worker share a process, so that packages are loaded once. The project's own
// modules are loaded anew for each file: the configuration reads the environment when it is loaded, and
// each file has a database of its own.

const key = Symbol.for('berufsbild.tests.environment')
const known: unknown = Reflect.get(globalThis, key)
const untouched = known instanceof Map ? known : new Map(Object.entries(process.env))
Reflect.set(globalThis, key, untouched)

for (const name of Object.keys(process.env)) {
  if (!untouched.has(name)) Reflect.deleteProperty(process.env, name)
}
Object.assign(process.env, Object.fromEntries(untouched))
vi.resetModules()
