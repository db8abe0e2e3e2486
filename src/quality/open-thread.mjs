// A thread begins in plain JavaScript: the loader that reads TypeScript has to be there first.
import { register } from 'tsx/esm/api'

register()
const { inspection } = await import('./thread.ts')
export { inspection }
