import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload'
import type { EditorialCollection } from '#model/documents.ts'
import { importPortrait } from '#importing/portraits/writing/write.ts'
import { assign } from '#newsroom/assignment/assign.ts'
import { readAssignment } from '#workflow/facts/assignments.ts'
import { comment as writeComment, readConversation } from '#review/comments/discuss.ts'
import { canonicalOf } from '#portrait/canonical.ts'
import { readWorkingCopy, writeWorkingCopy } from '#editorial/copies.ts'
import { readState } from '#editorial/state.ts'
import { takeTransition } from '#workflow/transition.ts'
import type { Stage } from '#model/stages.ts'
import type { TransitionName } from '#workflow/transitions.ts'
import { projectRoot } from '../installation/installation.ts'
import { details } from './details.ts'

type Writer = 'author' | 'author2'

/** A date that is planned would pass: nothing of the demo is scheduled. */
type DemoStage = Exclude<Stage, 'scheduled'>

interface DemoPortrait {
  file: string
  author: Writer
  stage: DemoStage
  dueInDays?: number
  /** What an editor has written on a passage. */
  comment?: { quote: string; body: string }
}

/** The demo's texts: who wrote each, the stage that it has reached, and what is to be done about it. */
const portraits: readonly DemoPortrait[] = [
  { file: 'pflegefachkraft.txt', author: 'author', stage: 'live' },
  { file: 'elektroniker-betriebstechnik.txt', author: 'author', stage: 'live' },
  { file: 'it-leiter.txt', author: 'author2', stage: 'draft' },
  { file: 'pflegefachkraft-koeln.txt', author: 'author', stage: 'live' },
  { file: 'pflegefachkraft-bonn.txt', author: 'author2', stage: 'in_review', dueInDays: 2 },
  { file: 'elektroniker-betriebstechnik-leverkusen.txt', author: 'author', stage: 'approved' },
  { file: 'it-leiter-duesseldorf.txt', author: 'author2', stage: 'live' },
  {
    file: 'chemielaborant-leverkusen.txt',
    author: 'author',
    stage: 'changes_requested',
    dueInDays: 5,
    comment: {
      quote: 'seit mehr als einem Jahrhundert',
      body: 'Seit wann genau? Bitte mit Jahr und Quelle.',
    },
  },
  { file: 'erzieher-wuppertal.txt', author: 'author2', stage: 'draft' },
]

/** From each stage the step towards another one, and who takes it. */
const ways: Readonly<Record<DemoStage, readonly TransitionName[]>> = {
  draft: [],
  in_review: ['submit'],
  changes_requested: ['submit', 'requestChanges'],
  approved: ['submit', 'approve'],
  live: ['submit', 'approve', 'publish'],
  archived: [],
}

/**
 * Writes the demo's texts the way people would: imported by their authors, then taken through the
 * workflow, each from where an earlier start left it. Gives the number of texts.
 *
 * @param personNamed the people of the demo, signed in: nobody else signs
 */
export async function loadDemoPortraits(
  payload: Payload,
  personNamed: (name: string) => TypedUser,
): Promise<number> {
  const editor = personNamed('editor')
  for (const { file, author, stage, dueInDays, comment } of portraits) {
    const writer = personNamed(author)
    const { collection, id } = await importPortrait({
      payload,
      user: writer,
      file,
      bytes: await readFile(path.join(projectRoot, 'src/server/demo/portraits', file)),
      canCreateMissing: false,
      isDryRun: false,
    })
    if (id === null) throw new Error(`The demo text ${file} was not written.`)
    await addDetails({ payload, writer, file, collection, id })
    for (const transition of await stepsLeft(await createLocalReq({}, payload), id, stage)) {
      await takeTransition({
        req: await createLocalReq({ user: transition === 'submit' ? writer : editor }, payload),
        collection,
        id,
        transition,
        ...(transition === 'requestChanges'
          ? { comment: 'Bitte im Abschnitt zum Verdienst das Bezugsjahr nennen.' }
          : {}),
      })
    }
    const text = { payload, editor, collection, id }
    if (dueInDays !== undefined) await assignOnce(text, writer, dueInDays)
    if (comment) await commentOnce(text, comment)
  }
  return portraits.length
}

/** Adds what the file does not say, as long as nobody has worked on the text. */
async function addDetails(text: {
  payload: Payload
  writer: TypedUser
  file: string
  collection: EditorialCollection
  id: string
}): Promise<void> {
  const { payload, writer, file, collection, id } = text
  const own = details[file]?.(await findProfessions(payload))
  const req = await createLocalReq({ user: writer }, payload)
  const state = await readState(req, id)
  const working = await readWorkingCopy({ collection, id, req })
  if (own === undefined || !working || state?.stage !== 'draft' || state.live) return
  const filled = canonicalOf(working)
  if (Object.keys(own).some((name) => name in filled)) return
  await writeWorkingCopy({ payload, collection, id, data: { ...own }, req })
}

/** The id of the profession with a slug. @throws Error where the demo has none */
async function findProfessions(payload: Payload): Promise<(slug: string) => string> {
  const { docs } = await payload.find({
    collection: 'professions',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return (slug) => {
    const id = docs.find((profession) => profession.slug === slug)?.id
    if (id === undefined) throw new Error(`The demo has no profession "${slug}".`)
    return id
  }
}

interface DemoText {
  payload: Payload
  editor: TypedUser
  collection: EditorialCollection
  id: string
}

/** Assigns a text to its writer, due in some days, where an earlier start has not done so. */
async function assignOnce(text: DemoText, writer: TypedUser, dueInDays: number): Promise<void> {
  const { payload, editor, collection, id } = text
  const req = await createLocalReq({ user: editor }, payload)
  if ((await readAssignment(req, id)).dueAt !== null) return
  const dueAt = new Date(Date.now() + dueInDays * 86_400_000).toISOString()
  await assign({ req, collection, id, change: { author: writer.id, dueAt } })
}

async function commentOnce(
  { payload, editor, collection, id }: DemoText,
  { quote, body }: { quote: string; body: string },
): Promise<void> {
  const req = await createLocalReq({ user: editor }, payload)
  if ((await readConversation({ req, collection, id })).threads.length > 0) return
  await writeComment({ req, collection, id, body, isBlocking: false, on: { quote } })
}

/** The steps to a stage that a document has not taken yet. */
async function stepsLeft(
  req: PayloadRequest,
  id: string,
  target: DemoStage,
): Promise<readonly TransitionName[]> {
  const state = await readState(req, id)
  const taken = state && state.stage !== 'scheduled' ? ways[state.stage].length : 0
  return ways[target].slice(taken)
}
