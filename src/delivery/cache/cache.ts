import { LRUCache } from 'lru-cache'
import type { Answer } from '../answers.ts'

/** Cached answers, each under the tags of what it shows. */
export interface AnswerCache {
  get: (key: string) => Answer | undefined
  /** Asked before the database is: the ticket says whether anything was forgotten meanwhile. */
  ticket: () => number
  /** Keeps an answer, unless something was forgotten since its ticket. */
  put: (key: string, answer: Answer, ticket: number) => void
  forget: (tags: readonly string[]) => void
  forgetAll: () => void
  size: () => { entries: number; bytes: number }
}

/** What an answer takes beside its body and its key, about. */
const overhead = 1000

/**
 * A cache in this process, of so many bytes at most. It serves and keeps nothing while `isTrusted` says
 * no: nothing in it is known to be true then.
 */
export function newCache(options: { bytes: number; isTrusted: () => boolean }): AnswerCache {
  const keysOfTag = new Map<string, Set<string>>()
  let generation = 0
  const entries = new LRUCache<string, Answer>({
    maxSize: options.bytes,
    sizeCalculation: ({ body }, key) => body.length + key.length + overhead,
    dispose: ({ tags }, key) => {
      for (const tag of tags) {
        const keys = keysOfTag.get(tag)
        keys?.delete(key)
        if (keys?.size === 0) keysOfTag.delete(tag)
      }
    },
  })
  return {
    get: (key) => {
      if (!options.isTrusted()) return undefined
      const found = entries.get(key)
      if (found === undefined) return undefined
      if (found.until > Date.now()) return found
      entries.delete(key)
      return undefined
    },
    ticket: () => generation,
    put: (key, answer, ticket) => {
      if (ticket !== generation || !options.isTrusted() || answer.until <= Date.now()) return
      entries.set(key, answer)
      for (const tag of answer.tags) {
        const keys = keysOfTag.get(tag)
        if (keys) keys.add(key)
        else keysOfTag.set(tag, new Set([key]))
      }
    },
    forget: (tags) => {
      generation += 1
      for (const tag of tags) {
        for (const key of [...(keysOfTag.get(tag) ?? [])]) entries.delete(key)
      }
    },
    forgetAll: () => {
      generation += 1
      entries.clear()
    },
    size: () => ({ entries: entries.size, bytes: entries.calculatedSize }),
  }
}
