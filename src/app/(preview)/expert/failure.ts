import { expertWords } from '#admin/words/expert.ts'
import type { Language } from '#model/text.ts'
import { closedWords } from './closed.ts'
import type { Sent } from './send-answer.ts'

/**
 * Why an answer was not taken, in words. Where an earlier attempt may have arrived without its sender
 * learning of it, a link that is used up is probably used up by them.
 */
export function failureInWords(
  failed: Extract<Sent, { ok: false }>,
  { language, hadNoAnswer }: { language: Language; hadNoAnswer: boolean },
): string {
  const { status, code, reason } = failed
  const say = (name: keyof typeof expertWords) => expertWords[name][language]
  if (code === 'unreachable') return say('unreachable')
  if (code === 'link_used' && hadNoAnswer) return say('arrivedBefore')
  const closed = closedWords(code)
  if (closed) return `${say(closed.title)}. ${say(closed.text)} ${say('stillHere')}`
  if (reason !== null && status < 500) return say('tooMuch').replace('{{reason}}', () => reason)
  return say('failed').replace('{{status}}', String(status))
}
