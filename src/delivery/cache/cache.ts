import { LRUCache } from 'lru-cache'
import type { Answer } from '../http/answers.ts'

/** Cached answers, each under the tags of what it shows. */
export interface AnswerCache {
  get: (key: string) => Answer | undefined
  /** Asked before the database is: the ticket says whether anything was forgotten meanwhile. */
  ticket: () => number
  /**
   * Keeps an answer that was asked for before, a short while ago, unless something was forgotten since
   * its ticket.
   */
  put: (key: string, answer: Answer, ticket: number) => void
  invalidate: (tags: readonly string[]) => void
  clear: () => void
  size: () => { entries: number; bytes: number }
}

/** What an answer takes beside its body and its key, about. */
const overhead = 1000

/**
 * A cache in this process, of so many bytes at most. It serves and keeps nothing while `isTrusted` says
 * no: nothing in it is known to be true then.
 */
export function newCache(options: { bytes: number; isTrusted: () => boolean }): AnswerCache {
  const door = newDoor()
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
      if (!door.isKnown(key)) return
      entries.set(key, answer)
      for (const tag of answer.tags) {
        const keys = keysOfTag.get(tag)
        if (keys) keys.add(key)
        else keysOfTag.set(tag, new Set([key]))
      }
    },
    invalidate: (tags) => {
      generation += 1
      for (const tag of tags) {
        for (const key of [...(keysOfTag.get(tag) ?? [])]) entries.delete(key)
      }
    },
    clear: () => {
      generation += 1
      entries.clear()
    },
    size: () => ({ entries: entries.size, bytes: entries.calculatedSize }),
  }
}

/** How many keys are remembered before the older half of them is forgotten. */
const remembered = 20_000

/**
 * Lets in whoever comes a second time: what is asked for once, by a crawler that asks for everything,
 * would drive out what is asked for again and again, and cost more than it saves. Keys are remembered
 * by their hash, however long they are; one that is taken for another is let in too early, no more.
 */
function newDoor(): { isKnown: (key: string) => boolean } {
  let recent = new Set<number>()
  let before = new Set<number>()
  return {
    isKnown: (key) => {
      const hash = hashOf(key)
      if (recent.has(hash) || before.has(hash)) return true
      recent.add(hash)
      if (recent.size >= remembered / 2) {
        before = recent
        recent = new Set()
      }
      return false
    },
  }
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash
}
