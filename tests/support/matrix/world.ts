import type pg from 'pg'
import { randomUUID } from 'node:crypto'
import { isRecord } from '#model/documents.ts'
import { transitions } from '#workflow/transitions.ts'
import { makePair, sectionContent, transition } from '../factories.ts'
import { pixel } from '../pictures.ts'
import { startProduct, type Product, type SignedIn } from '../product.ts'
import { type CallerName } from './callers.ts'
import { takeSnapshot, type Snapshot } from './snapshot.ts'
import { requestFor, standingAfter, type Standing, type Step } from './standings.ts'
import { standingsTried, type Tried } from './tried.ts'

/** The headline under which every text begins; it is changed before anybody sees it. */
export const firstHeadline = 'Erste Fassung'

/** Somebody who knocks, by HTTP or by the Local API. */
export interface Visitor {
  name: CallerName
  authorization: string | undefined
  user: (Record<string, unknown> & { id: string }) | undefined
}

/** A text of the matrix, in one standing. */
export interface Portrait {
  id: string
  standing: Standing
  picture: { id: string; file: string }
  profession: string
  /** The ids of its versions, oldest first. */
  versions: string[]
  digest: string
  /** Words of the working copy that no site may see; null where it is what is live. */
  secret: string | null
}

/** A product with one text in every standing there is, and everybody who may knock. */
export interface World {
  tried: Tried
  product: Product
  /** With the rights of the authoring plane in the database. */
  asServer: pg.Client
  visitors: ReadonlyMap<CallerName, Visitor>
  portraits: readonly Portrait[]
  snapshot: Snapshot
  look: () => Promise<SitesView>
  readTraces: () => Promise<Map<string, Trace>>
  close: () => Promise<void>
}

/** What a site gets, over REST and over GraphQL, by the id of the text. */
export type SitesView = ReadonlyMap<string, string>

/** What the workflow has on record of one text. */
export interface Trace {
  stage: string
  digest: string
  liveDigest: string | null
  events: number
  approvals: number
  record: string
}

export async function makeWorld(tried: Tried): Promise<World> {
  const product = await startProduct()
  const pair = await makePair(product)
  const desk = await product.payload.create({
    collection: 'desks',
    data: { name: 'Woanders', regions: [pair.region] },
    overrideAccess: true,
  })
  const people = {
    'the author': await product.signIn('author'),
    'another author': await product.signIn('author'),
    'an editor': await product.signIn('editor'),
    'an editor who wrote on it': await product.signIn('editor'),
    'an editor of another desk': await product.signIn('editor', { desks: [desk.id] }),
    'the administration': await product.signIn('admin'),
  }
  const site = await product.makeSite()
  const visitors = new Map<CallerName, Visitor>([
    ['a stranger', { name: 'a stranger', authorization: undefined, user: undefined }],
    ['a site', { name: 'a site', ...site, user: { id: site.id, collection: 'sites' } }],
  ])
  for (const name of Object.keys(people).filter(
    (key): key is keyof typeof people => key in people,
  )) {
    const { id, authorization } = people[name]
    const user = await product.payload.findByID({ collection: 'users', id, overrideAccess: true })
    visitors.set(name, { name, authorization, user: { ...user, collection: 'users' } })
  }
  const portraits: Portrait[] = []
  for (const { standing, path: steps } of standingsTried(tried)) {
    portraits.push(await bringTo({ tried, product, people, standing, steps }))
  }
  const asServer = await product.connect('authoring')
  return {
    tried,
    product,
    asServer,
    visitors,
    portraits,
    snapshot: await takeSnapshot(product.sql),
    look: () => look(tried, product, site),
    readTraces: () => readTraces(product),
    close: async () => {
      await asServer.end()
      await product.close()
    },
  }
}

/** Writes a text by two hands, and brings it to a standing, step by step over REST. */
async function bringTo(options: {
  tried: Tried
  product: Product
  people: Record<'the author' | 'an editor' | 'an editor who wrote on it', SignedIn>
  standing: Standing
  steps: readonly Step[]
}): Promise<Portrait> {
  const { product, people, standing, steps } = options
  const { collection } = options.tried
  const author = people['the author']
  const writer = people['an editor who wrote on it']
  const pair = await makePair(product)
  const picture = await product.payload.create({
    collection: 'media',
    data: { alt: 'Ein Punkt' },
    file: { data: pixel, mimetype: 'image/png', name: `${randomUUID()}.png`, size: pixel.length },
    user: { ...author, collection: 'users', role: 'author' },
    overrideAccess: false,
  })
  const written = await product.call('POST', `/${collection}`, {
    ...author,
    body: {
      ...sectionContent({ headline: firstHeadline }),
      profession: pair.profession,
      ...(collection === 'regional-sections' && { region: pair.region }),
      media: [{ file: picture.id }],
    },
  })
  const id = String(written.get('doc.id'))
  const edit = async (query = '') => {
    const headline = `Geheim ${randomUUID()}`
    for (const [person, body] of [
      [author, { headline: `${headline} (Entwurf)` }],
      [writer, { headline }],
    ] as const) {
      const answer = await product.call('PATCH', `/${collection}/${id}${query}`, {
        ...person,
        body,
      })
      if (answer.status !== 200) throw new Error(answer.text)
    }
    return headline
  }
  let secret: string | null = await edit()
  let now: Standing = { stage: 'draft', isLive: false }
  for (const step of steps) {
    if (step === 'edit') secret = await edit()
    else if (step === 'editOn') secret = await edit('?keepPlan=true')
    else {
      const person = transitions[step].who.includes('author') ? author : people['an editor']
      const answer = await transition(product, person, id, requestFor(step, now), collection)
      if (answer.status !== 200) throw new Error(`${step}: ${answer.text}`)
    }
    if (step === 'publish') secret = null
    now = standingAfter(step, now) ?? now
  }
  const versions = await product.payload.findVersions({
    collection,
    where: { parent: { equals: id } },
    sort: 'createdAt',
    pagination: false,
    overrideAccess: true,
  })
  const trace = (await readTraces(product)).get(id)
  if (trace?.stage !== standing.stage || (trace.liveDigest !== null) !== standing.isLive) {
    throw new Error(`${steps.join(', ')} does not lead to ${standing.stage}.`)
  }
  return {
    id,
    standing,
    picture: { id: picture.id, file: picture.filename ?? '' },
    profession: pair.profession,
    versions: versions.docs.map((version) => version.id),
    digest: trace.digest,
    secret,
  }
}

const fragment = `id kicker headline intro digest sections { kind heading body }
  salaryFigures { kind min max median period currency } media { file { id alt credit filename } caption }
  seo { title description } provenance { origin tool date responsible } profession { id }`

async function look(
  { collection, many }: Tried,
  product: Product,
  site: { authorization: string },
): Promise<SitesView> {
  const rest = await product.call('GET', `/${collection}?depth=2&limit=1000&sort=id`, site)
  const graphql = await product.graphql(
    `{ ${many}(limit: 1000, sort: "id") { docs { ${fragment}
      ${collection === 'regional-sections' ? 'region { id }' : ''} } } }`,
    site,
  )
  const view = new Map<string, string>()
  for (const docs of [rest.get('docs'), graphql.get(`data.${many}.docs`)]) {
    if (!Array.isArray(docs)) throw new Error(`A site gets nothing: ${rest.text}${graphql.text}`)
    for (const doc of docs.filter(isRecord)) {
      const id = String(doc.id)
      view.set(id, `${view.get(id) ?? ''}${JSON.stringify(doc)}`)
    }
  }
  return view
}

async function readTraces(product: Product): Promise<Map<string, Trace>> {
  const { rows } = await product.sql.query<Record<string, unknown>>(
    `SELECT s.id, s.stage, s.digest, s.live_digest, s::text AS record,
       (SELECT count(*)::int FROM workflow_events e WHERE e.document = s.id::text) AS events,
       (SELECT count(*)::int FROM workflow_approvals a WHERE a.document = s.id::text) AS approvals
     FROM workflow_states s`,
  )
  return new Map(
    rows.map((row) => [
      String(row.id),
      {
        stage: String(row.stage),
        digest: String(row.digest),
        liveDigest: typeof row.live_digest === 'string' ? row.live_digest : null,
        events: Number(row.events),
        approvals: Number(row.approvals),
        record: String(row.record),
      },
    ]),
  )
}
