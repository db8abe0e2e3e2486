import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDemoFolder } from '#support/demo-folder.ts'
import { publish, transition } from '#support/factories.ts'
import { callOver, type Call } from '#support/http.ts'
import {
  demo,
  exitOf,
  runCommand,
  startInstallation,
  type DataFolder,
  type Installation,
} from '#support/installation.ts'
import { digestOf } from '#portrait/digest.ts'

const texts = 60
const sectionsOfEach = 3

/** A portrait of its own for each number; the place is made up. */
function portrait(number: number): string {
  return [
    `Glasbläser Jobs und Stellenangebote in Ort${String(number)}`,
    `Beruf Glasbläser in Ort${String(number)}`,
    `Heiße Ware Nummer ${String(number)}`,
    'Wer hier arbeitet, formt Glas bei großer Hitze und braucht eine ruhige Hand dafür.',
    'Das Aufgabenfeld: Formen und Blasen',
    'Am Ofen entstehen Kolben, Vasen und Geräte für die Labore der Umgebung, Stück für Stück.',
    'Was zählt: Geduld und Augenmaß',
    'Wer ungeduldig ist, verdirbt die Form; wer hinsieht, bevor er zieht, spart sich viele Scherben.',
    'Verdienst: Was der Beruf einbringt',
    'Das jährliche Einstiegsgehalt liegt bei 31.000 bis 34.000 Euro, heißt es in den Werkstätten.',
  ].join('\n')
}

interface Seen {
  id: string
  digest: string
  sections: unknown[]
  salaryFigures: unknown[]
}

describe('kill -9 of everything', () => {
  let data: DataFolder
  let installation: Installation
  let call: Call

  beforeAll(async () => {
    data = await copyDemoFolder()
    const folder = path.join(data.folder, 'texts')
    await mkdir(folder)
    for (let number = 1; number <= texts; number += 1) {
      await writeFile(path.join(folder, `${String(number).padStart(3, '0')}.txt`), portrait(number))
    }
    await start()
  })
  afterAll(async () => {
    await installation.end('SIGTERM')
    await data.remove()
  })

  const start = async () => {
    installation = await startInstallation(data.folder)
    call = callOver(installation.origin)
  }
  const signIn = async (name: string) => {
    const answer = await call('POST', '/users/login', {
      body: { email: `${name}@berufsbild.example`, password: demo.password },
    })
    return { authorization: `JWT ${String(answer.get('token'))}` }
  }
  const importTexts = () =>
    runCommand(
      'import-portraits',
      [
        path.join(data.folder, 'texts'),
        '--create-missing',
        '--author',
        'author@berufsbild.example',
      ],
      { DATA_DIR: data.folder },
    )
  const workingCopies = async (): Promise<Seen[]> => {
    const editor = await signIn('editor')
    const answer = await call(
      'GET',
      '/regional-sections?draft=true&depth=0&limit=0&where[headline][contains]=Heiße Ware',
      editor,
    )
    return answer.get('docs') as Seen[]
  }

  it('in the middle of an import leaves whole texts only, and the import goes on', async () => {
    const running = importTexts()
    await expect.poll(async () => (await workingCopies()).length).toBeGreaterThan(5)
    running.process.kill('SIGKILL')
    await installation.kill()
    await start()

    const before = await workingCopies()
    expect(before.length).toBeGreaterThan(4)
    expect(before.length).toBeLessThan(texts)
    for (const document of before) {
      expect(document.sections).toHaveLength(sectionsOfEach)
      expect(document.salaryFigures).toHaveLength(1)
      expect(digestOf({ ...document })).toBe(document.digest)
    }

    const again = importTexts()
    expect(await exitOf(again.process)).toBe(0)
    const [, created, unchanged] =
      /(\d+) created, 0 updated, (\d+) unchanged, 0 failed/.exec(again.output()) ?? []
    expect(Number(unchanged)).toBe(before.length)
    expect(Number(created)).toBe(texts - before.length)
    expect(await workingCopies()).toHaveLength(texts)
  })

  it('in the middle of publishing leaves each text live as a whole or not at all', async () => {
    const [author, editor] = [await signIn('author'), await signIn('editor')]
    const ids = (await workingCopies()).map(({ id }) => id)
    for (const id of ids) {
      for (const [person, name] of [
        [author, 'submit'],
        [editor, 'approve'],
      ] as const) {
        const answer = await transition({ call }, person, id, { transition: name })
        expect(answer.status).toBe(200)
      }
    }
    const publishing = ids.map((id) =>
      transition({ call }, editor, id, { transition: 'publish' }).then(
        ({ status }) => ({ id, status }),
        () => ({ id, status: 0 }),
      ),
    )
    await Promise.race(publishing)
    await wait(500)
    await installation.kill()
    const acknowledged = (await Promise.all(publishing)).filter(({ status }) => status === 200)
    await start()

    const site = { authorization: `sites API-Key ${demo.siteKey}` }
    const answer = await call(
      'GET',
      '/regional-sections?depth=0&limit=0&where[headline][contains]=Heiße Ware',
      site,
    )
    const live = answer.get('docs') as Seen[]
    expect(live.length).toBeGreaterThan(0)
    expect(live.length).toBeLessThan(texts)
    const seen = new Set(live.map(({ id }) => id))
    for (const { id } of acknowledged) expect(seen).toContain(id)
    const reader = await signIn('editor')
    for (const id of ids) {
      const workflow = await call('GET', `/regional-sections/${id}/workflow`, reader)
      const document = live.find((entry) => entry.id === id)
      expect(workflow.get('state')).toBe(document ? 'live' : 'approved')
      expect(workflow.get('events.0.transition')).toBe(document ? 'publish' : 'approve')
      expect(workflow.get('live.digest')).toBe(document?.digest)
    }
    for (const document of live) {
      expect(document.sections).toHaveLength(sectionsOfEach)
      expect(digestOf({ ...document })).toBe(document.digest)
    }

    const rest = ids.find((id) => !seen.has(id))
    const finished = await transition({ call }, reader, String(rest), { transition: 'publish' })
    expect(finished.get('state')).toBe('live')
  })

  it(
    'at random moments of many transitions leaves a record that everything agrees with',
    { timeout: 300_000 },
    async () => {
      const ids = (await workingCopies()).map(({ id }) => id)
      for (const patience of [900, 1700, 2600]) {
        const [author, editor] = [await signIn('author'), await signIn('editor')]
        const take = (
          person: { authorization: string },
          id: string,
          body: Record<string, unknown>,
        ) => transition({ call }, person, id, body).catch(() => undefined)
        const walk = async (id: string, index: number) => {
          const headline = `Heiße Ware nach ${String(patience)}`
          await call('PATCH', `/regional-sections/${id}`, { ...author, body: { headline } }).catch(
            () => undefined,
          )
          await take(author, id, { transition: 'submit' })
          await take(editor, id, { transition: 'approve' })
          const soon = new Date(Date.now() + 1500).toISOString()
          const last =
            index % 2 === 0
              ? { transition: 'publish' }
              : { transition: 'schedule', publishAt: soon }
          await take(editor, id, last)
        }
        const walking = ids.map(walk)
        await wait(patience)
        await installation.kill()
        await Promise.all(walking)
        await start()
      }
      const editor = await signIn('editor')
      const scheduled = async () => {
        const answer = await call('GET', '/workflow-states?where[stage][equals]=scheduled', editor)
        return answer.get('totalDocs')
      }
      await expect.poll(scheduled).toBe(0)
      const verifying = runCommand('audit', ['verify'], { DATA_DIR: data.folder })
      expect(await exitOf(verifying.process), verifying.output()).toBe(0)
      expect(verifying.output()).toContain('nothing is wrong')
    },
  )

  it('leaves a product that publishes on', async () => {
    const people = { author: await signIn('author'), editor: await signIn('editor') }
    const [first] = await workingCopies()
    const id = String(first?.id)
    await call('PATCH', `/regional-sections/${id}`, {
      ...people.author,
      body: { headline: 'Noch heißere Ware' },
    })
    await publish({ call }, people, id)
  })
})
