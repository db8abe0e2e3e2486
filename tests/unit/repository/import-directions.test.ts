import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

// Imports point one way: the text of a file that breaks the rule is held against our ESLint rules.

const ruleIds = [
  '@typescript-eslint/no-restricted-imports',
  'local/inside-own-folder',
  'no-restricted-syntax',
]

const eslint = new ESLint({
  // The rules in question ask no types; without them the test takes no project to load.
  ruleFilter: ({ ruleId }) => ruleIds.includes(ruleId),
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
})

async function findFaults(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath })
  return (result?.messages ?? []).map(({ ruleId }) => ruleId)
}

const folders = [
  'model',
  'rich-text',
  'portrait',
  'read-model',
  'access',
  'quality',
  'fields',
  'publishing',
  'workflow',
  'importing',
  'delivery',
  'admin',
  'collections',
  'server',
] as const

type Folder = (typeof folders)[number]

const below: readonly Folder[] = [
  'model',
  'rich-text',
  'portrait',
  'read-model',
  'access',
  'fields',
  'quality',
  'publishing',
]

/** What each folder may import of ours. */
const mayImport: Readonly<Record<Folder, readonly Folder[]>> = {
  model: [],
  'rich-text': ['model'],
  portrait: ['model', 'rich-text'],
  'read-model': ['model', 'rich-text', 'portrait'],
  access: ['model'],
  quality: ['model', 'rich-text'],
  fields: ['model', 'access'],
  publishing: ['model', 'portrait', 'read-model', 'access', 'fields', 'quality'],
  workflow: below,
  importing: [...below, 'workflow'],
  delivery: ['model', 'rich-text', 'read-model'],
  admin: [...below, 'workflow', 'importing'],
  collections: [...below, 'workflow'],
  server: [...folders.filter((folder) => folder !== 'server')],
}

function pathOf(folder: Folder): string {
  return folder === 'collections' ? folder : `src/${folder}`
}

describe('the directions of imports', () => {
  it.each([
    ['src/model/probe.ts', '../access/rules.ts'],
    ['src/model/probe.ts', './../workflow/guard.ts'],
    ['src/model/codes/probe.ts', '../../workflow/guard.ts'],
    ['src/model/probe.ts', '../../payload.config.ts'],
    ['src/access/probe.ts', '../workflow/guard.ts'],
    ['src/fields/probe.ts', '../quality/inspect.ts'],
    ['src/quality/probe.ts', '../workflow/guard.ts'],
    ['src/publishing/webhooks/probe.ts', '../../workflow/guard.ts'],
    ['src/delivery/probe.ts', '../workflow/guard.ts'],
    ['src/read-model/probe.ts', '../database/query.ts'],
    ['src/workflow/probe.ts', '../../collections/system/users.ts'],
    ['src/importing/portraits/text/probe.ts', '../../../server/configuration/environment.ts'],
    ['src/admin/probe.tsx', '../server/configuration/environment.ts'],
    ['collections/system/probe.ts', '../../src/server/configuration/environment.ts'],
  ])('in %s refuse the relative path %s out of the folder', async (file, target) => {
    const faults = [
      ...(await findFaults(file, `import { x } from '${target}'`)),
      ...(await findFaults(file, `export { x } from '${target}'`)),
      ...(await findFaults(file, `export * from '${target}'`)),
    ]
    expect(faults).toEqual(Array(3).fill('local/inside-own-folder'))
  })

  it.each(folders.flatMap((from) => folders.map((to) => [from, to] as const)))(
    'hold from %s to %s',
    async (from, to) => {
      const isAllowed = from === to || mayImport[from].includes(to)
      expect(
        await findFaults(`${pathOf(from)}/probe.ts`, `import { x } from '#${to}/x.ts'`),
      ).toEqual(isAllowed ? [] : ['@typescript-eslint/no-restricted-imports'])
    },
  )

  it.each(['model', 'rich-text', 'quality', 'delivery'] as const)(
    'keep Payload out of %s',
    async (folder) => {
      for (const name of ['payload', 'payload/shared', '@payloadcms/ui']) {
        expect(
          await findFaults(`${pathOf(folder)}/probe.ts`, `import { x } from '${name}'`),
          name,
        ).toEqual(['@typescript-eslint/no-restricted-imports'])
      }
    },
  )

  it("let the portrait know Payload's types and nothing else of it", async () => {
    const file = 'src/portrait/probe.ts'
    expect(await findFaults(file, `import type { Field } from 'payload'`)).toEqual([])
    for (const text of [`import { x } from 'payload'`, `import type { X } from '@payloadcms/ui'`]) {
      expect(await findFaults(file, text), text).toEqual([
        '@typescript-eslint/no-restricted-imports',
      ])
    }
  })

  it('refuse an import at run time, which the other rules do not see', async () => {
    expect(
      await findFaults('src/model/probe.ts', `export const x = import('#access/rules.ts')`),
    ).toEqual(['no-restricted-syntax'])
  })

  it.each([
    ['src/model/codes/probe.ts', '../text.ts'],
    ['src/importing/portraits/text/probe.ts', '../salary/kinds.ts'],
    ['src/workflow/probe.ts', '#model/errors.ts'],
    ['collections/system/probe.ts', '../editorial/career-profiles.ts'],
    ['src/server/probe.ts', '../../payload.config.ts'],
  ])('in %s allow %s', async (file, target) => {
    expect(await findFaults(file, `import { x } from '${target}'`)).toEqual([])
  })

  it('leave the rule about the Local API in force', async () => {
    expect(
      await findFaults('src/workflow/probe.ts', `await payload.find({ collection: 'users' })`),
    ).toEqual(['no-restricted-syntax'])
  })
})
