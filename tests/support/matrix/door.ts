import type { CallerName } from './callers.ts'
import type { Standing } from './standings.ts'
import type { Portrait, Visitor, World } from './world.ts'

/** What came back through a door: an HTTP status, or the like for a call in process. */
export interface Reply {
  status: number
  text: string
}

/**
 * What is to come of one cell. `refused`: an answer that says so, and no trace anywhere. `untouched`:
 * whatever is answered, the workflow's record of the text stays,
 * and some words do not stand in the answer (`isOfReference`: an edit of reference data,
 * which carries a new date). `edited`: the working copy is a
 * draft with another text. `deleted`: it is gone. `moved`: a transition.
 */
export type Expectation =
  | { to: 'refused'; status?: number }
  | { to: 'untouched'; withoutWords?: (portrait: Portrait) => string[]; isOfReference?: true }
  | { to: 'edited' }
  | { to: 'deleted' }
  | { to: 'moved'; after: Standing }

export interface Knock {
  world: World
  visitor: Visitor
  portrait: Portrait
}

/** One way into the product that somebody may try on a text. */
export interface MatrixDoor {
  name: string
  /** Knocks on one text; or on all of them at once. */
  knock?: (knock: Knock) => Promise<Reply>
  knockOnAll?: (world: World, visitor: Visitor) => Promise<ReadonlyMap<string, Reply>>
  expects: (standing: Standing, caller: CallerName) => Expectation
  /** Without callers: whoever comes this way comes below all access control. */
  isBelowAccess?: true
}

/** The expectation of a door that is closed to all. */
export const closed = (): Expectation => ({ to: 'refused' })

/** The expectation of a door that does not concern texts. */
export const harmless = (): Expectation => ({ to: 'untouched' })

/** A call in process as a reply: what it throws is a refusal, with the status that it names. */
export async function attempt(work: () => Promise<unknown>): Promise<Reply> {
  try {
    const result = await work()
    return { status: 200, text: JSON.stringify(result) ?? '' }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const status: unknown = Reflect.get(error, 'status')
    return { status: typeof status === 'number' ? status : 400, text: error.message }
  }
}
