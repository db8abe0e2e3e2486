import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDemoFolder } from '#support/demo-folder.ts'
import { transition } from '#support/factories.ts'
import { callOver, type Call } from '#support/http.ts'
import {
  demo,
  startInstallation,
  type DataFolder,
  type Installation,
} from '#support/installation.ts'
import { startMailServer, type MailServer } from '#support/mail-server.ts'
import { runningWith } from '#support/processes.ts'
import { allowed } from '#support/slowness.ts'

describe('the worker', () => {
  let mails: MailServer
  let data: DataFolder
  let installation: Installation
  let call: Call

  const start = async () => {
    installation = await startInstallation(data.folder, {
      SMTP_URL: mails.url,
      MAIL_FROM: 'no-reply@berufsbild.example',
    })
    call = callOver(installation.origin)
  }
  beforeAll(async () => {
    mails = await startMailServer()
    data = await copyDemoFolder()
    await start()
  })
  afterAll(async () => {
    await installation.end('SIGTERM')
    await data.remove()
    await mails.shut()
  })

  const signIn = async (name: string) => {
    const answer = await call('POST', '/users/login', {
      body: { email: `${name}@berufsbild.example`, password: demo.password },
    })
    return { authorization: `JWT ${String(answer.get('token'))}` }
  }
  const findIn = async (stage: string) => {
    const states = await call('GET', '/workflow-states?limit=0&depth=0', await signIn('admin'))
    const found = (
      states.get('docs') as { id: string; stage: string; documentCollection: string }[]
    ).find((state) => state.stage === stage)
    if (!found) throw new Error(`No text is ${stage}.`)
    return found
  }

  it('publishes at the date and sends the mail once, though everything was killed', async () => {
    await mails.shut()
    mails.received.length = 0
    const [approved, reviewed] = [await findIn('approved'), await findIn('in_review')]
    const admin = await signIn('admin')
    const planned = await transition(
      { call },
      admin,
      approved.id,
      { transition: 'schedule', publishAt: new Date(Date.now() + 8000).toISOString() },
      approved.documentCollection,
    )
    expect(planned.status).toBe(200)
    const returned = await transition(
      { call },
      admin,
      reviewed.id,
      { transition: 'requestChanges', comment: 'Bitte kürzen.' },
      reviewed.documentCollection,
    )
    expect(returned.status).toBe(200)
    await installation.kill()
    await mails.open()
    await start()

    const path = `/${approved.documentCollection}/${approved.id}/workflow`
    const reader = await signIn('admin')
    await expect.poll(async () => (await call('GET', path, reader)).get('state')).toBe('live')
    const events = (await call('GET', path, reader)).get('events') as { transition: string }[]
    expect(events.filter((event) => event.transition === 'publish')).toHaveLength(1)
    const returnedMails = () =>
      mails.received.filter(({ text }) => text.includes('Bitte kürzen.')).map(({ to }) => to)
    // As long as a back-off or the lease of the one that was killed may last.
    await expect
      .poll(() => returnedMails().length, { timeout: 150_000, interval: 500 })
      .toBeGreaterThan(0)
    expect(new Set(returnedMails()).size).toBe(returnedMails().length)
  }, 240_000)

  it('is started again when it crashes', async () => {
    const workers = () => runningWith(data.folder, 'src/server/worker.ts')
    const [worker] = await workers()
    if (worker === undefined) throw new Error('There is no worker.')
    process.kill(worker, 'SIGKILL')
    await expect.poll(async () => (await workers()).filter((pid) => pid !== worker).length).toBe(1)
    expect(installation.output()).toContain('The worker ended (SIGKILL)')
  })

  it('ends with the start', async () => {
    const startedAt = Date.now()
    expect(await installation.end('SIGTERM')).toBe(0)
    expect(Date.now() - startedAt).toBeLessThan(allowed(10_000))
    expect(await runningWith(data.folder, 'src/server/worker.ts')).toEqual([])
  })
})
