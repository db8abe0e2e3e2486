import type { BilingualText } from '#model/text.ts'
import type { Stage } from '#model/stages.ts'
import { readDates, type PlannedDates } from './dates.ts'
import { courseOf, transitions, type Demand, type TransitionName } from './transitions.ts'

/** One thing in the way of a step: where it stands, and what is wrong. */
export interface Obstacle {
  path: string
  reason: BilingualText
}

/** Where a document stands, beside its text. Plain data. */
export interface Standing {
  stage: Stage
  digest: string
  hasLiveCopy: boolean
  hasValidApproval: boolean
  /** A publication, or its end, is planned. */
  hasPlan: boolean
  /** What is planned for this text already; it stays where a request says nothing. */
  planned: PlannedDates
  /** When what is live goes off, if that is planned. */
  endsAt: string | null
  /** Approvals that can be taken back: of this text, or of another one that a plan is to publish. */
  revocable: readonly { id: string; by: string }[]
  /** The house locks texts that are in review. */
  isLocked: boolean
  /** Ids of those whose text this is. */
  contributors: readonly string[]
  /** Ids of those who have approved this text in this round. */
  approvers: readonly string[]
  /** Who is reviewing it right now. */
  claimedBy: { id: string; name: string } | null
}

/** What is to be known of the text itself and of what is said on it. Read only where a demand asks. */
export interface TextFacts {
  /** The working copy is the text that the state names. */
  isOnRecord: () => boolean
  blockingFindings: () => readonly Obstacle[]
  /** Open comments that block an approval. */
  blockingComments: () => readonly Obstacle[]
}

/** What somebody says with a step. */
export interface Asked {
  transition: TransitionName
  comment: string | null
  /** The digest that they have seen: another one is a conflict. */
  expectedDigest?: string | undefined
  publishAt?: string | undefined
  /** Null: what is planned is to have no end. */
  unpublishAt?: string | null | undefined
  now: Date
}

/** Why a step is refused: for programs, for people, and, of what can be mended, each place. */
export type Refusal =
  | {
      kind: 'wrongState'
      code: 'wrong_state' | 'claimed' | 'already_approved' | 'digest_mismatch'
      message: BilingualText
    }
  | {
      kind: 'notThisActor'
      code: 'not_allowed' | 'not_covered' | 'four_eyes'
      message: BilingualText
    }
  | { kind: 'unmet'; code: 'checks_block'; message: BilingualText; obstacles: readonly Obstacle[] }

/**
 * One demand: what it has to know, and its judge. `standing` is known wherever a document is; `text`
 * takes reading it; `request` is known when somebody takes the step, and can be met by saying more.
 */
type Rule =
  | { needs: 'standing'; judge: (standing: Standing, actor: { id: string }) => Refusal | undefined }
  | { needs: 'text'; judge: (standing: Standing, text: TextFacts) => Refusal | undefined }
  | { needs: 'request'; judge: (standing: Standing, asked: Asked) => Refusal | undefined }

/**
 * What each demand asks for. Offering a step (`allowed`), saying why there is none (`blocked`) and
 * taking it all run this table, so that what is offered is not refused for what was known before.
 */
export const rules: Readonly<Record<Demand, Rule>> = {
  fourEyes: {
    needs: 'standing',
    judge: ({ contributors, approvers }, actor) => {
      if (contributors.includes(actor.id)) {
        return {
          kind: 'notThisActor',
          code: 'four_eyes',
          message: {
            de: 'Sie haben an diesem Text geschrieben, und seither hat ihn niemand anderes freigegeben; das tut jemand anderes.',
            en: 'You contributed to this text, and nobody else has approved it since; somebody else does.',
          },
        }
      }
      if (!approvers.includes(actor.id)) return undefined
      return wrongState('already_approved', {
        de: 'Sie haben diesen Text schon freigegeben; die weitere Freigabe kommt von jemand anderem.',
        en: 'You have approved this text; the other approval is by somebody else.',
      })
    },
  },
  unclaimed: {
    needs: 'standing',
    judge: ({ claimedBy }, actor) => {
      if (claimedBy === null || claimedBy.id === actor.id) return undefined
      return wrongState('claimed', {
        de: `${claimedBy.name} prüft diesen Text gerade.`,
        en: `${claimedBy.name} is reviewing this text right now.`,
      })
    },
  },
  unlocked: {
    needs: 'standing',
    judge: ({ isLocked, claimedBy }, actor) => {
      if (!isLocked || claimedBy === null || claimedBy.id === actor.id) return undefined
      return wrongState('claimed', {
        de: `${claimedBy.name} prüft diesen Text gerade; so lange bleibt er, wie er ist.`,
        en: `${claimedBy.name} is reviewing this text right now; until then it stays as it is.`,
      })
    },
  },
  signature: {
    needs: 'standing',
    judge: ({ revocable }) =>
      revocable.length > 0
        ? undefined
        : wrongState('wrong_state', {
            de: 'Es gibt keine Freigabe, die sich zurücknehmen ließe. Was live ist, wird vom Netz genommen.',
            en: 'There is no approval that could be taken back. What is live is unpublished.',
          }),
  },
  plan: {
    needs: 'standing',
    judge: ({ hasPlan }) =>
      hasPlan
        ? undefined
        : wrongState('wrong_state', {
            de: 'Für diesen Text ist kein Termin geplant.',
            en: 'Nothing is planned for this document.',
          }),
  },
  approval: {
    needs: 'standing',
    judge: ({ hasValidApproval }) =>
      hasValidApproval
        ? undefined
        : wrongState('wrong_state', {
            de: 'Für genau diesen Text gibt es keine gültige Freigabe.',
            en: 'There is no valid approval of exactly this text.',
          }),
  },
  liveCopy: {
    needs: 'standing',
    judge: ({ hasLiveCopy }) =>
      hasLiveCopy
        ? undefined
        : wrongState('wrong_state', {
            de: 'Von diesem Text ist nichts live.',
            en: 'This document has no live copy.',
          }),
  },
  resolved: {
    needs: 'text',
    judge: (_, text) =>
      unmet(text.blockingComments(), {
        de: 'Kommentare, die die Freigabe aufhalten, sind offen.',
        en: 'Comments that block the approval are open.',
      }),
  },
  checks: {
    needs: 'text',
    judge: (_, text) =>
      text.isOnRecord()
        ? unmet(text.blockingFindings(), {
            de: 'Prüfungen des Inhalts halten diesen Schritt auf.',
            en: 'Checks on the content block this step.',
          })
        : wrongState('digest_mismatch', {
            de: 'Die Arbeitsfassung ist nicht der Text, der verzeichnet ist.',
            en: 'The working copy is not the text on record.',
          }),
  },
  reason: {
    needs: 'request',
    judge: (_, { transition, comment }) => {
      if (comment !== null) return undefined
      const reason = {
        de: `„${transitions[transition].label.de}“ braucht einen Kommentar, der sagt, warum.`,
        en: `"${transition}" needs a comment that says why.`,
      }
      return unmet([{ path: 'comment', reason }], {
        de: 'Es fehlt eine Begründung.',
        en: 'A reason is needed.',
      })
    },
  },
  dates: {
    needs: 'request',
    judge: (standing, asked) =>
      unmet(datesOf(standing, asked).obstacles, {
        de: 'So ergeben die Termine keinen Plan.',
        en: 'The dates do not make a plan.',
      }),
  },
}

/** What one demand says, for those who ask for it outside a transition; a request is not judged. */
export function judgeDemand(
  demand: Demand,
  { standing, text }: { standing: Standing; text: TextFacts },
  actor: { id: string },
): Refusal | undefined {
  const rule = rules[demand]
  if (rule.needs === 'standing') return rule.judge(standing, actor)
  return rule.needs === 'text' ? rule.judge(standing, text) : undefined
}

/** The dates that a step is asked for, as they make sense where the document stands. */
export function datesOf(standing: Standing, asked: Asked): ReturnType<typeof readDates> {
  const { stage, planned, endsAt } = standing
  const isAboutEnd = courseOf(asked.transition, standing, asked) === transitions.schedule.ofEnd
  return readDates({ stage, isAboutEnd, planned, endsAt, asked, now: asked.now })
}

function wrongState(
  code: Extract<Refusal, { kind: 'wrongState' }>['code'],
  message: BilingualText,
): Refusal {
  return { kind: 'wrongState', code, message }
}

/** The text that somebody has seen is not the text that is there. */
export function judgeSeenText(standing: Standing, { expectedDigest }: Asked): Refusal | undefined {
  if (expectedDigest === undefined || expectedDigest === standing.digest) return undefined
  return wrongState('digest_mismatch', {
    de: 'Der Text hat sich inzwischen geändert. Bitte laden Sie die Seite neu und sehen Sie ihn noch einmal an.',
    en: `The text has changed: expected digest ${expectedDigest}, but it is ${standing.digest}.`,
  })
}

/** A refusal for what can be mended; none where nothing is in the way. */
function unmet(obstacles: readonly Obstacle[], message: BilingualText): Refusal | undefined {
  if (obstacles.length === 0) return undefined
  return { kind: 'unmet', code: 'checks_block', message, obstacles }
}
