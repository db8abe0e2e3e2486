import { isWithin } from '#model/json-limits.ts'
import type { Kind } from './field.ts'

/** Whether a value by itself, its parts left aside, is more than its kind may hold. */
export function isBeyondLimit({ limit }: Kind, value: unknown): boolean {
  if (!limit) return false
  if ('most' in limit) return Array.isArray(value) && value.length > limit.most
  if ('deepest' in limit) return !isWithin(value, limit)
  return typeof value === 'string' && value.length > limit.longest
}
