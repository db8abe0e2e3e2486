import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { copyDemoFolder } from '#support/demo-folder.ts'
import { callOver } from '#support/http.ts'
import {
  demo,
  startInstallation,
  type DataFolder,
  type Installation,
} from '#support/installation.ts'
import { allowed } from '#support/slowness.ts'

describe('nobody is held up, and nothing ended, by one who asks', () => {
  let data: DataFolder
  let installation: Installation
  let authorization: string
  let large: string

  beforeAll(async () => {
    data = await copyDemoFolder()
    installation = await startInstallation(data.folder)
    const call = callOver(installation.origin)
    const signIn = await call('POST', '/users/login', {
      body: { email: 'author@berufsbild.example', password: demo.password },
    })
    authorization = `JWT ${String(signIn.get('token'))}`
    const found = await call(
      'GET',
      '/regional-sections?draft=true&depth=0&limit=1&where[author][equals]=' +
        String(signIn.get('user.id')),
      { authorization },
    )
    large = `/regional-sections/${String(found.get('docs.0.id'))}`
    const paragraph = found.get('docs.0.sections.0.body.root.children.0')
    // Two sections, each about as large as one may be.
    const count = Math.floor(180_000 / JSON.stringify(paragraph).length)
    const children = Array.from({ length: count }, () => paragraph)
    const root = { ...(found.get('docs.0.sections.0.body.root') as object), children }
    const section = {
      ...(found.get('docs.0.sections.0') as object),
      id: undefined,
      body: { root },
    }
    const saved = await call('PATCH', `${large}?draft=true&depth=0`, {
      authorization,
      body: { sections: [section, section] },
    })
    expect(saved.status, saved.text.slice(0, 500)).toBe(200)
  })

  afterAll(async () => {
    await installation.end('SIGTERM')
    await data.remove()
  })

  it.each<[string, number, () => string, boolean]>([
    ['for a page', 200, () => '/admin/login', false],
    ['for a large text', 120, () => `/api${large}?depth=2`, true],
    ['for what has changed in it', 120, () => `/api${large}/workflow/diff`, true],
  ])('%s, %i times at once', async (_, count, address, isSignedIn) => {
    const headers = isSignedIn ? { authorization } : {}
    let isOver = false
    const asked = Promise.all(
      Array.from({ length: count }, async () => {
        const answer = await fetch(`${installation.origin}${address()}`, { headers })
        await answer.arrayBuffer()
        return answer.status
      }),
    ).finally(() => {
      isOver = true
    })
    // What the start asks, which gives a process up after 15 seconds.
    while (!isOver) {
      const before = performance.now()
      expect((await fetch(`${installation.origin}/api/healthz`)).status).toBe(200)
      expect(performance.now() - before).toBeLessThan(allowed(5000))
      await wait(300)
    }
    const statuses = await asked
    expect(statuses).toContain(200)
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect(installation.output()).not.toMatch(/ended \(|is ended/u)
  })

  it('by what a page sends along, which is more than a form holds', async () => {
    const action = await findAction('src/app/(payload)/layout.tsx')
    const send = async (formState: object) => {
      const args = { collectionSlug: 'regional-sections', formState, operation: 'update' }
      const answer = await fetch(`${installation.origin}/admin`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'text/plain', 'next-action': action },
        body: JSON.stringify([{ name: 'form-state', args }]),
      })
      return { status: answer.status, text: await answer.text() }
    }
    const rows = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`sections.${String(n)}.x`, {}]))
    const form = await send({ headline: { value: 'Ein Formular', initialValue: '' } })
    expect([form.status, form.text.includes('Ein Formular')], form.text).toEqual([200, true])
    for (const more of [rows(1501), { 'sections.4294967294.x': {} }]) {
      const refused = await send(more)
      expect([refused.status, refused.text.includes('mehr, als ein Formular')]).toEqual([200, true])
    }
  })
})

const manifest = z.object({ node: z.record(z.string(), z.object({ filename: z.string() })) })

/** By which name the build calls the server function of a file. */
async function findAction(file: string): Promise<string> {
  const built = await readFile('.next/server/server-reference-manifest.json', 'utf8')
  const { node } = manifest.parse(JSON.parse(built))
  const [name] = Object.entries(node).find(([, { filename }]) => filename === file) ?? []
  if (name === undefined) throw new Error(`The build has no server function of ${file}.`)
  return name
}
