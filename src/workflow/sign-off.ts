import type { PayloadRequest } from 'payload'
import { requirePerson } from '#access/require-person.ts'
import { inTransaction } from '#database/transaction.ts'
import { insertRevocations } from '#editorial/approvals.ts'
import type { EditorialDocument } from '#editorial/copies.ts'
import { findSignOffs, findTakenBackAt, insertSignOff } from '#editorial/sign-offs.ts'
import { saveState } from '#editorial/state.ts'
import { Conflict, NotAllowed } from '#model/errors.ts'
import type { EditorialCollection } from '#model/documents.ts'
import type { Person } from '#model/person.ts'
import { signOffKinds, signOffLabels, type SignOffKind } from '#model/sign-offs.ts'
import { partialDigestOf } from '#portrait/digest.ts'
import { onRecord } from '#record/events.ts'
import { progressOf, readProgress, signaturesOf, signedOff } from './approval.ts'
import { toFacts, type Circumstances } from './circumstances.ts'
import { actsAsEditor, type DecidingActor } from './decide.ts'
import { toDecidingActor } from './deciding-actor.ts'
import { judgeDemand, judgeSeenText, type Refusal } from './demands.ts'
import { describe, type WorkflowView } from './describe.ts'
import { settlePlans } from './facts/plans.ts'
import { findPlansUnder } from './plans-under.ts'
import { givesSignOff } from './givers.ts'
import { refuse } from './refuse.ts'
import { keepRules } from './settings.ts'
import { lockDocument } from './transition.ts'

interface Target {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}

/**
 * Signs off what one kind of sign-off answers for, in a text that is in review. Where nothing else is
 * missing, the text is approved with it.
 *
 * @throws NotSignedIn 401, NotAllowed 403 (not theirs to give, four eyes), DocumentNotFound 404,
 *   Conflict 409 (stage, digest, not asked for, given already), ChecksBlock 422
 */
export async function signOff(
  options: Target & {
    kind: SignOffKind
    comment?: string | undefined
    expectedDigest?: string | undefined
  },
): Promise<WorkflowView> {
  const { req, kind, comment, expectedDigest } = options
  const actor = requirePerson(req)
  return inTransaction(req, async () => {
    await keepRules(req)
    const { circumstances, working } = await lockDocument(options)
    const deciding = await toDecidingActor(req, actor, working, circumstances.assignment)
    if (!givesSignOff(circumstances.settings, kind, actor, deciding)) throw notTheirs(kind)
    const asked = { transition: 'approve', comment: null, expectedDigest, now: new Date() } as const
    const { standing } = await toFacts(circumstances, working)
    pass(req, judgeSeenText(standing, asked))
    await give(req, { circumstances, working, kind, by: actor, comment: comment ?? null })
    return tell(req, circumstances, working, deciding)
  })
}

/** What an expert has agreed to, by a link that somebody of the house made. */
export interface Agreement {
  link: string
  /** Whoever made the link. */
  madeBy: string
  name: string
  comment: string | null
  at: string
  /** The text that the expert read. */
  text: Readonly<Record<string, unknown>>
}

/**
 * Signs off, by what experts have agreed to, the kinds that the house leaves to them, as far as they are asked
 * for and not given: an agreement counts while what the kind answers for is as the expert read it. Nothing
 * where the text is not in review, or where something holds its approval up: it is asked again when that
 * has changed. The caller holds the rules (`keepRules`).
 *
 * @param agreements the oldest first
 */
export async function signOffByAgreements(
  req: PayloadRequest,
  target: { collection: EditorialCollection; id: string },
  agreements: readonly Agreement[],
): Promise<void> {
  if (agreements.length === 0) return
  for (const kind of signOffKinds) {
    const { circumstances, working } = await lockDocument({ req, ...target })
    const { settings, state } = circumstances
    if (state.stage !== 'in_review') return
    // What holds an approval up is no matter of the expert's, who has said what they think.
    const facts = await toFacts(circumstances, working)
    const isHeldUp = (['resolved', 'checks'] as const).some((demand) =>
      judgeDemand(demand, facts, { id: '' }),
    )
    if (isHeldUp) return
    const { rule, given } = await readProgress(req, circumstances, working)
    const isOpen = rule.signOffs.includes(kind) && !given.some((one) => one.kind === kind)
    if (!isOpen || !settings.giversOf(kind).experts) continue
    const digest = partialDigestOf(kind, working)
    const takenBackAt = await findTakenBackAt(req, { document: state.id, kind, digest })
    const agreement = agreements.find(
      ({ madeBy, at, text }) =>
        // Whoever wrote the text does not choose who signs it off.
        !state.contributors.includes(madeBy) &&
        partialDigestOf(kind, text) === digest &&
        // What was taken back waits for a new word.
        (takenBackAt === null || Date.parse(at) > Date.parse(takenBackAt)),
    )
    if (!agreement) continue
    const { link, name, comment } = agreement
    const expert = { id: `expert:${link}`, name, role: 'expert' }
    await give(req, { circumstances, working, kind, by: expert, comment })
  }
}

/**
 * Takes a sign-off back. A text that was approved with it goes back into review, and its plan is off.
 *
 * @throws NotSignedIn 401, NotAllowed 403, DocumentNotFound 404, Conflict 409 (there is none)
 */
export async function takeBackSignOff(
  options: Target & { kind: SignOffKind; comment: string },
): Promise<WorkflowView> {
  const { req, kind, comment } = options
  const actor = requirePerson(req)
  return inTransaction(req, async () => {
    await keepRules(req)
    const { circumstances, working } = await lockDocument(options)
    const { state } = circumstances
    const { id, collection, stage, digest } = state
    const deciding = await toDecidingActor(req, actor, working, circumstances.assignment)
    const signed = (await findSignOffs(req, id, working)).find((one) => one.kind === kind)
    const isReviewer = actsAsEditor(deciding)
    // Whoever could give one is told that there is none; all others that it is not theirs.
    const isGiver = givesSignOff(circumstances.settings, kind, actor, deciding)
    const isTheirs = signed ? signed.givenBy.id === actor.id : isGiver
    if (!isTheirs && !isReviewer) throw notTheirs(kind)
    const over = signed ? await findPlansUnder(req, circumstances, working, signed) : []
    const isOpen = stage === 'in_review' || stage === 'approved' || stage === 'scheduled'
    if (!signed || (!isOpen && over.length === 0)) {
      throw new Conflict(
        {
          de: 'Es gibt kein Abzeichen dieser Art, das sich zurücknehmen ließe.',
          en: 'There is no sign-off of this kind that could be taken back.',
        },
        'wrong_state',
      )
    }
    const to = stage === 'approved' || stage === 'scheduled' ? 'in_review' : stage
    await onRecord(
      req,
      {
        kind: 'workflow',
        collection,
        id,
        transition: 'takeBackSignOff',
        from: stage,
        to,
        digest,
        actor: { id: actor.id, name: actor.name },
        comment,
        data: {
          kind,
          signOff: signed.id,
          givenBy: signed.givenBy.id,
          planners: [...new Set(over.map(({ plannedBy }) => plannedBy.id))],
        },
      },
      async () => {
        const by = { id: actor.id, name: actor.name }
        await insertRevocations(req, { document: id, approvals: [signed.id], by, reason: comment })
        for (const plan of over) {
          const why = 'A sign-off was taken back.'
          await settlePlans(req, { document: id, plan: plan.id }, 'cancelled', why)
        }
        await saveState(req, { ...state, stage: to })
      },
    )
    return tell(req, circumstances, working, deciding)
  })
}

/** Judges a sign-off by what holds for every approval, signs, and approves where nothing is missing. */
async function give(
  req: PayloadRequest,
  signing: {
    circumstances: Circumstances
    working: EditorialDocument
    kind: SignOffKind
    by: Person & { role: string }
    comment: string | null
  },
): Promise<void> {
  const { circumstances, working, kind, by, comment } = signing
  const { state } = circumstances
  const { id, collection, stage, round, contributors } = state
  const facts = await toFacts(circumstances, working)
  if (stage !== 'in_review') {
    throw new Conflict(
      { de: 'Abgezeichnet wird, was in Prüfung ist.', en: 'What is in review is signed off.' },
      'wrong_state',
    )
  }
  if (contributors.includes(by.id)) pass(req, judgeDemand('fourEyes', facts, by))
  const { rule, given } = await readProgress(req, circumstances, working)
  const label = signOffLabels[kind]
  if (!rule.signOffs.includes(kind)) {
    throw new Conflict(
      {
        de: `„${label.de}“ ist für diesen Text nicht abzuzeichnen.`,
        en: `No sign-off of this kind (${label.en}) is asked for here.`,
      },
      'not_asked_for',
    )
  }
  const known = given.find((one) => one.kind === kind)
  if (known) {
    throw new Conflict(
      {
        de: `„${label.de}“ hat ${known.givenBy.name} für diesen Text schon abgezeichnet.`,
        en: `${known.givenBy.name} has signed this off already (${label.en}).`,
      },
      'already_signed_off',
    )
  }
  for (const demand of ['resolved', 'checks'] as const) pass(req, judgeDemand(demand, facts, by))
  const digest = partialDigestOf(kind, working)
  const kinds = [...given.map((one) => one.kind), kind]
  const progress = progressOf(rule, signaturesOf(circumstances), kinds)
  const to = progress.isComplete ? 'approved' : stage
  const signOffs = { ...signedOff(given, rule), [kind]: digest }
  await onRecord(
    req,
    {
      kind: 'workflow',
      collection,
      id,
      transition: 'signOff',
      from: stage,
      to,
      digest: state.digest,
      actor: by.role === 'expert' ? null : { id: by.id, name: by.name },
      comment,
      data: {
        kind,
        required: progress.required,
        signOffs,
        round,
        contributors,
        ...(by.role === 'expert' && { expert: by.name }),
      },
    },
    async () => {
      await insertSignOff(req, { state, kind, digest, by, comment })
      if (to !== stage) await saveState(req, { ...state, stage: to })
    },
  )
}

function notTheirs(kind: SignOffKind): NotAllowed {
  const { de, en } = signOffLabels[kind]
  return new NotAllowed({
    de: `„${de}“ zeichnen hier andere ab.`,
    en: `Others sign this off here (${en}).`,
  })
}

function pass(req: PayloadRequest, refusal: Refusal | undefined): void {
  if (refusal) refuse(req, { allowed: false, refusal })
}

async function tell(
  req: PayloadRequest,
  { state }: Pick<Circumstances, 'state'>,
  working: EditorialDocument,
  deciding: DecidingActor,
): Promise<WorkflowView> {
  const { circumstances } = await lockDocument({ req, collection: state.collection, id: state.id })
  return describe(req, { circumstances, working }, deciding)
}
