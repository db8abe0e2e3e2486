import type { BilingualText } from '#model/text.ts'
import { transitionNames, transitions } from '#workflow/transitions.ts'
import type { Word } from '../words/index.ts'
import type { Say } from '../words/say.ts'

/** What an event that is no step of the workflow is called. */
const eventWords: ReadonlyMap<string, Word> = new Map<string, Word>(
  Object.entries({
    create: 'history:create',
    edit: 'history:edit',
    delete: 'history:delete',
    assign: 'history:assign',
    claim: 'history:claim',
    release: 'history:release',
    comment: 'history:comment',
    reply: 'history:reply',
    editComment: 'history:editComment',
    resolveComment: 'history:resolveComment',
    reopenComment: 'history:reopenComment',
    deleteComment: 'history:deleteComment',
    makeLink: 'history:makeLinkEvent',
    revokeLink: 'history:revokeLink',
    opinion: 'history:opinion',
    due: 'history:due',
    planCancelled: 'history:planCancelled',
    planFailed: 'history:planFailed',
    lapse: 'history:lapse',
  } as const),
)

/** What an event is called; one that nobody has a word for by the name under which it is on record. */
export function nameOfEvent(
  transition: string,
  { say, pick }: { say: Say; pick: (text: BilingualText) => string },
): string {
  const step = transitionNames.find((name) => name === transition)
  if (step) return pick(transitions[step].label)
  const word = eventWords.get(transition)
  return word ? say(word) : transition
}
