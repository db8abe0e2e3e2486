import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload'
import type { EditorialCollection } from '#model/documents.ts'
import { makeWebhook } from '#publishing/webhooks/webhooks.ts'
import { loadDemo } from '#server/demo/load.ts'
import { signIn } from '#server/demo/sign-in.ts'
import { pixel } from '#support/pictures.ts'
import { anchorEvents } from '#audit/anchor.ts'
import { recordWebhook } from '#accounts/site-events.ts'
import { assign } from '#newsroom/assignment/assign.ts'
import { claim } from '#newsroom/assignment/claim.ts'
import { delegate } from '#newsroom/assignment/delegations.ts'
import { comment } from '#review/comments/discuss.ts'
import { makeExpertLink } from '#review/experts/links.ts'
import { answerExpertLink } from '#review/experts/review.ts'
import { changePreferences } from '#notifications/preferences.ts'
import { makePreview } from '#preview/make-token.ts'
import { takeTransition } from '#workflow/transition.ts'
import type { TransitionName } from '#workflow/transitions.ts'
import { fixtureSiteKey } from './fixture.ts'
import { fullText } from './full-text.ts'

const password = 'a password for the demo'

/** A moment that no test will see. */
const farAway = '2099-01-01T09:00:00.000Z'

const live: readonly TransitionName[] = ['submit', 'approve', 'publish']

interface Text {
  collection: EditorialCollection
  id: string
}

/**
 * Loads the demo and brings it to where texts stand in every stage, with all that hangs on a text: a
 * picture, a conversation, an expert's links, an assignment, a delegation, plans, a preview, a webhook with
 * what it is to be told, an anchor.
 */
export async function fillDatabase(payload: Payload, dataDirectory: string): Promise<void> {
  await loadDemo({
    payload,
    dataDirectory,
    password,
    siteKey: fixtureSiteKey,
  })
  const signedIn = async (mailbox: string) => {
    const email = { equals: `${mailbox}@berufsbild.example` }
    const found = await payload.find({
      collection: 'users',
      where: { email },
      overrideAccess: true,
    })
    return signIn(payload, found.docs[0]?.id ?? '')
  }
  // Whatever is shown for a while only would be answered otherwise on another day.
  await payload.update({
    collection: 'job-references',
    where: {},
    data: { validThrough: farAway },
    overrideAccess: true,
  })
  const author = await signedIn('author')
  const author2 = await signedIn('author2')
  const editor = await signedIn('editor')
  const editor2 = await signedIn('editor2')
  const admin = await signedIn('admin')
  const as = (user: TypedUser): Promise<PayloadRequest> => createLocalReq({ user }, payload)

  const take = async (
    text: Text,
    writer: TypedUser,
    steps: readonly TransitionName[],
    dates: { publishAt?: string; unpublishAt?: string } = {},
  ): Promise<void> => {
    for (const transition of steps) {
      await takeTransition({
        req: await as(transition === 'submit' ? writer : editor),
        ...text,
        transition,
        ...(transition === 'schedule' ? dates : {}),
        ...(transition === 'archive' ? { comment: 'Der Beruf hat sich geändert.' } : {}),
      })
    }
  }
  const write = async (data: object): Promise<Text> => {
    const { id } = await payload.create({
      collection: 'regional-sections',
      data: data,
      draft: true,
      user: author,
      overrideAccess: false,
    })
    return { collection: 'regional-sections', id }
  }
  const edit = (text: Text, data: object) =>
    payload.update({
      ...text,
      data: data,
      draft: true,
      user: author,
      overrideAccess: false,
    })

  const picture = await payload.create({
    collection: 'media',
    data: { alt: 'Ein Punkt', credit: 'Demo-Redaktion' },
    file: { data: pixel, mimetype: 'image/png', name: 'fixture-punkt.png', size: pixel.length },
    user: author,
    overrideAccess: false,
  })
  const measured = await idOf(payload, 'regions', 'duesseldorf')
  const source = await onlyId(payload, 'sources')
  const site = await onlyId(payload, 'sites')
  await makeWebhook({
    req: await as(admin),
    site,
    url: 'https://example.org/webhook',
    record: recordWebhook,
  })
  const fullIn = async (profession: string, region: string, place: string) =>
    fullText({
      profession: await idOf(payload, 'professions', profession),
      region: await idOf(payload, 'regions', region),
      place,
      source,
      picture: picture.id,
      figuresRegion: measured,
    })

  // Live with every field filled; and one that only one site may show.
  await take(await write(await fullIn('erzieher', 'koeln', 'Köln')), author, live)
  const forOne = { ...(await fullIn('erzieher', 'bonn', 'Bonn')), sites: [site] }
  await take(await write(forOne), author, live)
  // Scheduled, to be published and taken off again.
  const scheduled = await write(await fullIn('erzieher', 'dortmund', 'Dortmund'))
  await take(scheduled, author, ['submit', 'approve', 'schedule'], {
    publishAt: farAway,
    unpublishAt: '2099-06-01T09:00:00.000Z',
  })
  // Live, and to be taken off.
  const leaving = await findText(payload, 'it-leiter', 'duesseldorf')
  await take(leaving, author2, ['schedule'], { unpublishAt: farAway })
  const archived = await findText(payload, 'erzieher', 'wuppertal')
  await take(archived, author2, [...live, 'archive'])
  await take(await findText(payload, 'it-leiter', null), author2, ['submit'])
  // Edited while it is live: the words readers see are the old ones.
  const edited = await findText(payload, 'pflegefachkraft', 'koeln')
  await edit(edited, { headline: 'Pflege in Köln: eine neue Überschrift' })
  // Live, edited, and its edit in review.
  const again = await findText(payload, 'elektroniker-fuer-betriebstechnik', null)
  await edit(again, { intro: 'Eine Einleitung, die noch niemand freigegeben hat.' })
  await take(again, author, ['submit'])

  await anchorEvents(payload)

  const inReview = await findText(payload, 'pflegefachkraft', 'bonn')
  const said = await comment({
    req: await as(editor),
    ...inReview,
    body: 'Ist das noch so?',
    isBlocking: false,
    on: {},
  })
  await comment({
    req: await as(author2),
    ...inReview,
    body: 'Ja, im November nachgefragt.',
    parent: said.id,
    isBlocking: false,
    on: {},
  })
  const asked = { ...inReview, reader: 'Pflegedirektion' }
  await makeExpertLink({ req: await as(editor), ...asked })
  const answered = await makeExpertLink({ req: await as(editor), ...asked })
  await answerExpertLink(await createLocalReq({}, payload), answered.token, {
    name: 'Dr. Beispiel',
    opinion: 'agree',
    comment: 'Fachlich richtig.',
    comments: [{ body: 'Schön gesagt.', on: {} }],
  })
  await claim({ req: await as(editor2), ...inReview, minutes: 120 })
  await assign({
    req: await as(editor),
    ...(await findText(payload, 'it-leiter', null)),
    change: { reviewer: editor2.id, dueAt: farAway },
  })
  // So far ahead as it may end.
  const endsAt = new Date(Date.now() + 365 * 86_400_000).toISOString()
  await delegate(await as(editor), { to: editor2.id, endsAt })
  await makePreview({ req: await as(author), ...edited, body: {} })
  await changePreferences(await as(author), { comment: 'daily' })
}

async function idOf(
  payload: Payload,
  collection: 'professions' | 'regions',
  slug: string,
): Promise<string> {
  const { docs } = await payload.find({
    collection,
    where: { slug: { equals: slug } },
    depth: 0,
    overrideAccess: true,
  })
  const [found] = docs
  if (!found) throw new Error(`The demo has no ${slug}.`)
  return found.id
}

async function onlyId(payload: Payload, collection: 'sources' | 'sites'): Promise<string> {
  const { docs } = await payload.find({ collection, depth: 0, overrideAccess: true })
  const [found, ...others] = docs
  if (!found || others.length > 0) throw new Error(`The demo has not one of ${collection}.`)
  return found.id
}

/** The text on a profession in a region; null: the profile. */
async function findText(
  payload: Payload,
  profession: string,
  region: string | null,
): Promise<Text> {
  const collection = region === null ? 'career-profiles' : 'regional-sections'
  const { docs } = await payload.find({
    collection,
    where: {
      'profession.slug': { equals: profession },
      ...(region === null ? {} : { 'region.slug': { equals: region } }),
    },
    draft: true,
    depth: 0,
    overrideAccess: true,
  })
  const [found] = docs
  if (!found) throw new Error(`The demo has no text on ${profession}.`)
  return { collection, id: found.id }
}
