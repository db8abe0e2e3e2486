import { randomBytes } from 'node:crypto'
import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { bootstrapContext } from '#access/bootstrap.ts'
import { addSiteKey } from '#access/site-key-endpoints.ts'
import { makeSiteKey } from '#access/site-keys.ts'
import { recordKey } from '#accounts/site-events.ts'
import { loadDesks } from './desks.ts'
import { loadDemoPortraits } from './portraits.ts'
import { demoJobs } from './jobs.ts'
import { demoPeople } from './people.ts'
import { demoProfessions } from './professions.ts'
import { demoRegions } from './regions.ts'
import { demoSources } from './sources.ts'
import { signIn } from './sign-in.ts'
import { keepSignIns } from './sign-ins.ts'

/**
 * Loads the demo content once. A load that was broken off goes on where it stopped at the next
 * start; once all of it is there, it belongs to the people and is never touched again.
 */
export async function loadDemo(options: {
  payload: Payload
  dataDirectory: string
  password: string | undefined
  siteKey: string | undefined
}): Promise<void> {
  const { payload, dataDirectory } = options
  if (await isDemoLoaded(payload)) return
  await loadReferenceData(payload)
  await loadDesks(payload)
  const password = options.password ?? randomBytes(9).toString('base64url')
  const key = options.siteKey ?? makeSiteKey()
  await loadJobs(payload)
  const signedIn = await loadPeople(payload, password)
  await loadSite(payload, key)
  await keepSignIns(dataDirectory, { password, key })
  const startedAt = new Date().toISOString()
  const created = await loadDemoPortraits(payload, (name) => {
    const person = signedIn.get(`${name}@berufsbild.example`)
    if (!person) throw new Error(`The demo account ${name} is missing.`)
    return person
  })
  await recordDemo(payload, { startedAt, created })
}

/** The demo is loaded when the run that loaded it is on record: that is the last thing it does. */
async function isDemoLoaded(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'import-runs',
    where: { 'report.demo': { equals: true } },
    overrideAccess: true,
  })
  return totalDocs > 0
}

async function recordDemo(
  payload: Payload,
  run: { startedAt: string; created: number },
): Promise<void> {
  await payload.create({
    collection: 'import-runs',
    data: {
      kind: 'portraits',
      finishedAt: new Date().toISOString(),
      updated: 0,
      unchanged: 0,
      failed: 0,
      report: { demo: true },
      ...run,
    },
    overrideAccess: true,
  })
}

async function loadReferenceData(payload: Payload): Promise<void> {
  for (const source of demoSources) {
    await createUnless(payload, 'sources', { name: { equals: source.name } }, source)
  }
  for (const profession of demoProfessions) {
    await createUnless(payload, 'professions', { slug: { equals: profession.slug } }, profession)
  }
  const ids = new Map<string, string>()
  for (const { neighbours: _, ...region } of demoRegions) {
    ids.set(
      region.slug,
      await createUnless(payload, 'regions', { slug: { equals: region.slug } }, region),
    )
  }
  for (const { slug, neighbours } of demoRegions) {
    const id = ids.get(slug)
    if (id === undefined) continue
    await payload.update({
      collection: 'regions',
      id,
      data: { neighbours: neighbours.flatMap((name) => ids.get(name) ?? []) },
      overrideAccess: true,
    })
  }
}

/** Makes the job references; those that a broken-off load has left stay. */
async function loadJobs(payload: Payload): Promise<void> {
  const day = 86_400_000
  for (const [index, job] of demoJobs.entries()) {
    const externalId = `demo-${String(index + 1)}`
    const { totalDocs } = await payload.count({
      collection: 'job-references',
      where: { externalId: { equals: externalId } },
      overrideAccess: true,
    })
    if (totalDocs > 0) continue
    const { profession, region, postedDaysAgo, daysLeft, ...data } = job
    await payload.create({
      collection: 'job-references',
      data: {
        ...data,
        externalId,
        url: `https://example.org/stellen/${String(index + 1)}`,
        profession: await idOfSlug(payload, 'professions', profession),
        region: await idOfSlug(payload, 'regions', region),
        datePosted: new Date(Date.now() - postedDaysAgo * day).toISOString(),
        validThrough:
          daysLeft === null ? null : new Date(Date.now() + daysLeft * day).toISOString(),
      },
      overrideAccess: true,
    })
  }
}

async function idOfSlug(
  payload: Payload,
  collection: 'professions' | 'regions',
  slug: string,
): Promise<string> {
  const { docs } = await payload.find({
    collection,
    where: { slug: { equals: slug } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  if (!docs[0]) throw new Error(`The demo's entry ${slug} is missing.`)
  return docs[0].id
}

/**
 * Makes the accounts; one that a broken-off load has left gets the password that is told now. Gives the people,
 * signed in, by their addresses.
 */
async function loadPeople(
  payload: Payload,
  password: string,
): Promise<ReadonlyMap<string, TypedUser>> {
  const signedIn = new Map<string, TypedUser>()
  for (const person of demoPeople) {
    const { docs } = await payload.find({
      collection: 'users',
      where: { email: { equals: person.email } },
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
    const known = docs[0]
    if (known) {
      await payload.update({
        collection: 'users',
        id: known.id,
        data: { password },
        overrideAccess: true,
        context: bootstrapContext,
      })
    }
    const { id } =
      known ??
      (await payload.create({
        collection: 'users',
        data: { ...person, password },
        overrideAccess: true,
        context: bootstrapContext,
      }))
    // They have been here before: who never signed in is told nothing.
    signedIn.set(person.email, await signIn(payload, id))
  }
  return signedIn
}

/** Makes the site with this key. Nobody knows the key that a broken-off load has left. */
async function loadSite(payload: Payload, key: string): Promise<void> {
  const { docs } = await payload.find({
    collection: 'sites',
    where: { name: { equals: 'Demo-Portal' } },
    limit: 1,
    overrideAccess: true,
  })
  const site =
    docs[0] ??
    (await payload.create({
      collection: 'sites',
      data: { name: 'Demo-Portal' },
      overrideAccess: true,
    }))
  await addSiteKey({
    req: await createLocalReq({}, payload),
    site: site.id,
    label: 'Demo',
    key,
    record: recordKey,
  })
}

/** The id of the entry that is there, or of the one made of this data. */
async function createUnless(
  payload: Payload,
  collection: 'sources' | 'professions' | 'regions',
  where: Record<string, { equals: string }>,
  data: object,
): Promise<string> {
  const { docs } = await payload.find({
    collection,
    where,
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  if (docs[0]) return docs[0].id
  const made = await payload.create({ collection, data: data as never, overrideAccess: true })
  return made.id
}
