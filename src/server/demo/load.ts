import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { createLocalReq, type Payload } from 'payload'
import { bootstrapContext } from '#access/bootstrap.ts'
import { addSiteKey } from '#access/site-key-endpoints.ts'
import { makeSiteKey } from '#access/site-keys.ts'
import type { Role } from '#model/roles.ts'
import { loadDemoPortraits } from './portraits.ts'
import { demoProfessions, demoRegions, demoSources } from './reference-data.ts'
import { signInsFile } from './sign-ins.ts'

const people: readonly { email: string; name: string; role: Role }[] = [
  { email: 'admin@berufsbild.example', name: 'Demo Verwaltung', role: 'admin' },
  { email: 'editor@berufsbild.example', name: 'Demo Redaktion 1', role: 'editor' },
  { email: 'editor2@berufsbild.example', name: 'Demo Redaktion 2', role: 'editor' },
  { email: 'author@berufsbild.example', name: 'Demo Autor/in 1', role: 'author' },
  { email: 'author2@berufsbild.example', name: 'Demo Autor/in 2', role: 'author' },
]

/**
 * Loads the demo content where none is. Whatever is there already stays as it is, so a load that
 * was broken off goes on where it stopped.
 */
export async function loadDemo(options: {
  payload: Payload
  dataDirectory: string
  password: string | undefined
  siteKey: string | undefined
}): Promise<void> {
  const { payload, dataDirectory } = options
  await loadReferenceData(payload)
  const password = options.password ?? randomBytes(9).toString('base64url')
  const key = options.siteKey ?? makeSiteKey()
  const isNew = await loadPeople(payload, password)
  const hasNewSite = await loadSite(payload, key)
  await loadDemoPortraits(payload)
  if (!isNew && !hasNewSite) return
  const lines = [
    'Sign-ins of the demo (all with one password):',
    ...people.map(({ email, role }) => `  ${role.padEnd(7)} ${email}`),
    `  password ${isNew ? password : 'as before'}`,
    `Site "Demo-Portal", header  Authorization: sites API-Key ${hasNewSite ? key : '(as before)'}`,
  ]
  await writeFile(signInsFile(dataDirectory), `${lines.join('\n')}\n`, { mode: 0o600 })
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

async function loadPeople(payload: Payload, password: string): Promise<boolean> {
  let isNew = false
  for (const person of people) {
    const { totalDocs } = await payload.count({
      collection: 'users',
      where: { email: { equals: person.email } },
      overrideAccess: true,
    })
    if (totalDocs > 0) continue
    await payload.create({
      collection: 'users',
      data: { ...person, password },
      overrideAccess: true,
      context: bootstrapContext,
    })
    isNew = true
  }
  return isNew
}

async function loadSite(payload: Payload, key: string): Promise<boolean> {
  const where = { name: { equals: 'Demo-Portal' } }
  const { docs } = await payload.find({ collection: 'sites', where, overrideAccess: true })
  const site =
    docs[0] ??
    (await payload.create({
      collection: 'sites',
      data: { name: 'Demo-Portal' },
      overrideAccess: true,
    }))
  if ((site.keys ?? []).length > 0) return false
  const req = await createLocalReq({}, payload)
  await addSiteKey({ req, site: site.id, label: 'Demo', key })
  return true
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
