import { inspect } from './inspect.ts'

// What a thread of its own does for whoever has a large text checked: see publishing/inspect-text.ts.

/** See `inspect`. */
export function inspection({ collection, document, at }: InspectionInput) {
  return inspect(collection, document, at)
}

export interface InspectionInput {
  collection: Parameters<typeof inspect>[0]
  document: Parameters<typeof inspect>[1]
  at: Date
}
