import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { ChecksBlock, Conflict, NotAllowed, type ErrorDetail } from '#model/errors.ts'
import { inLanguage, type Language } from '#model/text.ts'
import type { Decision } from './decide.ts'
import type { Refusal } from './demands.ts'

/**
 * Lets pass what is allowed.
 *
 * @throws NotAllowed 403, Conflict 409, ChecksBlock 422: the refusal, with its details in the language
 *   of the caller
 */
export function refuse(
  req: PayloadRequest,
  decision: Decision,
): asserts decision is Extract<Decision, { allowed: true }> {
  if (decision.allowed) return
  const { refusal } = decision
  switch (refusal.kind) {
    case 'notThisActor':
      throw new NotAllowed(refusal.message, refusal.code)
    case 'wrongState':
      throw new Conflict(refusal.message, refusal.code)
    case 'unmet':
      throw new ChecksBlock(refusal.message, detailsOf(refusal, callerLanguage(req)))
  }
}

/** Each place that is in the way, in one language. */
export function detailsOf(refusal: Refusal, language: Language): ErrorDetail[] {
  if (refusal.kind !== 'unmet') return []
  return refusal.obstacles.map(({ path, reason }) => ({
    path,
    reason: inLanguage(reason, language),
  }))
}
