import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { findKnots } from '#support/knots.ts'
import { readImports } from '#support/imports.ts'
import { mayImport, roomOf, withoutPayload } from '../../lint/rooms.mjs'

// Imports point one way: the text of a file that breaks the rule is held against our ESLint rules, and
// the table that they follow against what the house imports.

const rule = 'local/directions-of-imports'

const eslint = new ESLint({
  // The rules in question ask no types; without them the test takes no project to load.
  ruleFilter: ({ ruleId }) => ruleId.startsWith('local/'),
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
})

async function findFaults(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath })
  return (result?.messages ?? []).map(({ ruleId }) => ruleId)
}

const rooms = Object.keys(mayImport)

/** The alias of a room within a room is that of the room around it. */
const fileIn = (room: string) => `${room === 'collections' ? room : `src/${room}`}/probe.ts`

describe('the table of rooms', () => {
  const used = [
    ...new Set(
      readImports({ withTypes: true }).flatMap(({ from, to }) => {
        const [here, there] = [roomOf(from), roomOf(to) ?? to.replace(/\/.*/, '')]
        return here && there !== here && to !== 'src/payload-types.ts' ? [`${here} → ${there}`] : []
      }),
    ),
  ]
  const allowed = Object.entries(mayImport).flatMap(([from, all]) =>
    all.map((to) => `${from} → ${to}`),
  )

  it('allows what is used and no more', () => {
    expect(used.sort()).toEqual(allowed.sort())
  })

  it('has no circles', () => {
    const edges = Object.entries(mayImport).flatMap(([from, all]) =>
      all.map((to) => ({ from: `${from}/file.ts`, to: `${to}/file.ts` })),
    )
    expect(findKnots(edges).map(({ folders }) => folders)).toEqual([])
  })
})

describe('the directions of imports', () => {
  it.each([
    ['src/model/probe.ts', '../access/rules.ts'],
    ['src/model/probe.ts', './../workflow/guard.ts'],
    ['src/model/codes/probe.ts', '../../workflow/guard.ts'],
    ['src/model/probe.ts', '../../payload.config.ts'],
    ['src/access/probe.ts', '../workflow/guard.ts'],
    ['src/fields/probe.ts', '../quality/inspect.ts'],
    ['src/publishing/webhooks/probe.ts', '../../workflow/guard.ts'],
    ['src/delivery/probe.ts', '../workflow/guard.ts'],
    ['src/read-model/probe.ts', '../database/query.ts'],
    ['src/workflow/probe.ts', '../../collections/system/users.ts'],
    ['src/workflow/facts/probe.ts', '../decide.ts'],
    ['src/review/comments/probe.ts', '../history.ts'],
    ['src/newsroom/lists/probe.ts', '../reports/figures.ts'],
    ['src/importing/portraits/text/probe.ts', '../../../server/configuration/environment.ts'],
    ['src/admin/probe.tsx', '../server/configuration/environment.ts'],
    ['src/server/probe.ts', '../admin/kit/Frame.tsx'],
    ['src/app/probe.ts', '../server/configuration/environment.ts'],
    ['collections/system/probe.ts', '../../src/server/configuration/environment.ts'],
  ])('in %s refuse the relative path %s', async (file, target) => {
    const texts = [
      `import { x } from '${target}'`,
      `import type { x } from '${target}'`,
      `export { x } from '${target}'`,
      `export * from '${target}'`,
      `export const x = import('${target}')`,
    ]
    for (const text of texts) expect(await findFaults(file, text), text).toEqual([rule])
  })

  it.each(rooms)('hold from %s to every other room', async (from) => {
    const named = rooms.filter((room) => room !== 'app')
    const texts = named.map((to) => `import { x } from '#${to}/x.ts'`)
    const results = await eslint.lintText(`${texts.join('\n')}\n`, { filePath: fileIn(from) })
    const refused = new Set(results[0]?.messages.map(({ line }) => named[line - 1]))
    expect([...refused]).toEqual(
      named.filter((to) => to !== from && !mayImport[from]?.includes(to)),
    )
  })

  it.each(withoutPayload)('keep Payload, Next and React out of %s', async (room) => {
    for (const name of ['payload/shared', '@payloadcms/ui', 'next/link', 'react']) {
      expect(await findFaults(fileIn(room), `import { x } from '${name}'`), name).toEqual([rule])
    }
    expect(await findFaults(fileIn(room), `import { x } from 'payload'`)).toEqual([rule])
  })

  it("let the portrait know Payload's types and nothing else of it", async () => {
    const file = 'src/portrait/probe.ts'
    expect(await findFaults(file, `import type { Field } from 'payload'`)).toEqual([])
    for (const text of [`import { x } from 'payload'`, `import type { X } from '@payloadcms/ui'`]) {
      expect(await findFaults(file, text), text).toEqual([rule])
    }
  })

  it('refuse an import at run time that does not say of what', async () => {
    expect(
      await findFaults('src/model/probe.ts', `export const x = (name) => import(name)`),
    ).toEqual([rule])
  })

  it('keep what helps the tests out of the product', async () => {
    for (const file of ['src/server/probe.ts', 'payload.config.ts', 'collections/probe.ts']) {
      expect(await findFaults(file, `import { x } from '#support/x.ts'`), file).toEqual([rule])
    }
    expect(await findFaults('tests/unit/probe.ts', `import { x } from '#support/x.ts'`)).toEqual([])
  })

  it.each([
    ['src/model/codes/probe.ts', '../text.ts'],
    ['src/importing/portraits/text/probe.ts', '../salary/kinds.ts'],
    ['src/workflow/probe.ts', '#model/errors.ts'],
    ['src/workflow/probe.ts', './facts/claims.ts'],
    ['collections/system/probe.ts', '../editorial/career-profiles.ts'],
    ['src/server/probe.ts', '../../payload.config.ts'],
  ])('in %s allow %s', async (file, target) => {
    expect(await findFaults(file, `import { x } from '${target}'`)).toEqual([])
  })
})

describe('a call of the Local API', () => {
  const faultsOf = (text: string) => findFaults('src/workflow/probe.ts', text)
  const refused = ['local/local-api']

  it.each([
    [`payload.find({ collection: 'users' })`],
    [`req.payload.findGlobal({ slug: 'settings', req })`],
    [`world.product.payload.updateGlobal({ slug: 'settings', data })`],
    [`cms.find({ collection: 'users' })`],
    [`cms.findGlobal({ slug: 'settings' })`],
    [`payload.findVersions({ ...options })`],
    [`payload.find(options)`],
    [`const { find } = payload`],
    [`const { findGlobal: read } = req.payload`],
    [`payload['find']({ collection: 'users' })`],
    [`req['payload'].find(options)`],
    [`cms.find({ 'collection': 'users' })`],
    [`const { payload: { find } } = req`],
    [`const { product: { payload: { count: many } } } = world`],
  ])('says for whom it acts: %s', async (text) => {
    expect(await faultsOf(text)).toEqual(refused)
  })

  it.each([
    [`(req) => req.payload.find({ collection: 'users', overrideAccess: true })`],
    [`({ req }) => req.payload.findGlobal({ slug: 'settings', overrideAccess: true })`],
    [`(req) => { const { payload } = req; payload.count({ collection, overrideAccess: false }) }`],
    [`(req, cms) => cms.duplicate({ collection, id, overrideAccess: true })`],
    [`(req) => req.payload.forgotPassword({ collection: 'users', data })`],
  ])('says in whose transaction: %s', async (text) => {
    expect(await faultsOf(`export const x = ${text}`)).toEqual(refused)
  })

  it.each([
    [`payload.find({ collection: 'users', overrideAccess: true })`],
    [`payload.login({ collection: 'users', data })`],
    [`names.find({ name })`],
    [`names.find((name) => name)`],
    [`payload.db.find({ collection: 'users' })`],
    [`payload.find({ 'collection': 'users', 'overrideAccess': true })`],
    [`const { name: { find } } = req`],
    [`const req = await make(await payload.findByID({ collection, overrideAccess: true }))`],
  ])('is none, or says it all: %s', async (text) => {
    expect(await faultsOf(text)).toEqual([])
  })
})
