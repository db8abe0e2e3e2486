import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDemoFolder } from '#support/demo-folder.ts'
import { callOver } from '#support/http.ts'
import {
  databaseProcessFile,
  demo,
  exitOf,
  launchStart,
  makeDataFolder,
  runCommand,
  startInstallation,
  type DataFolder,
  type Installation,
} from '#support/installation.ts'
import { descendantsOf, runningWith } from '#support/processes.ts'
import { allowed } from '#support/slowness.ts'
import { openEmbeddedDatabase } from '#server/postgres/embedded.ts'

describe('the start', () => {
  let data: DataFolder
  let installation: Installation

  beforeAll(async () => {
    data = await makeDataFolder()
    installation = await startInstallation(data.folder)
    await writeFile(path.join(data.folder, 'file'), '')
  })
  afterAll(async () => {
    await installation.end('SIGTERM')
    await data.remove()
  })

  it('tells the addresses, the accounts and where their secrets are kept for the owner only', async () => {
    const file = path.join(data.folder, 'demo-sign-ins.txt')
    expect(installation.output()).toContain('/admin')
    expect(installation.output()).toContain('author2@berufsbild.example')
    expect(installation.output()).toContain(file)
    expect(installation.output()).not.toContain(demo.password)
    expect(installation.output()).not.toContain(demo.siteKey)
    const { mode } = await stat(file)
    expect(mode & 0o077).toBe(0)
    const kept = await readFile(file, 'utf8')
    expect(kept).toContain(demo.password)
    expect(kept).toContain(demo.siteKey)
  })

  it('loads nine texts in different stages, some of them live', async () => {
    const call = callOver(installation.origin)
    const signIn = await call('POST', '/users/login', {
      body: { email: 'editor@berufsbild.example', password: demo.password },
    })
    const authorization = `JWT ${String(signIn.get('token'))}`
    const states = await call('GET', '/workflow-states?limit=0&depth=0', { authorization })
    const stages = (states.get('docs') as { stage: string }[]).map(({ stage }) => stage)
    expect(stages.sort()).toEqual(
      ['approved', 'changes_requested', 'draft', 'draft', 'in_review'].concat(
        Array<string>(4).fill('live'),
      ),
    )
    const site = { authorization: `sites API-Key ${demo.siteKey}` }
    expect((await call('GET', '/regional-sections', site)).get('totalDocs')).toBe(2)
    expect((await call('GET', '/career-profiles', site)).get('totalDocs')).toBe(2)
    expect((await call('GET', '/professions', site)).get('totalDocs')).toBe(5)
    expect((await call('GET', '/regions', site)).get('totalDocs')).toBe(6)
    const list = await fetch(`${installation.deliveryOrigin}/v1/portraits?count=true`)
    expect(await list.json()).toMatchObject({ total: 4 })
  })

  it.each(['/admin/login', '/api/access', '/nothing'])(
    'has a browser take the answer at %s for what it says it is',
    async (address) => {
      const { headers } = await fetch(`${installation.origin}${address}`)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    },
  )

  it.each([
    ['/admin/login', 'DENY', "frame-ancestors 'none'", 'strict-origin-when-cross-origin'],
    ['/api/access', 'DENY', "frame-ancestors 'none'", 'strict-origin-when-cross-origin'],
    ['/nothing', 'DENY', "frame-ancestors 'none'", 'strict-origin-when-cross-origin'],
    ['/expert/nothing', 'DENY', "frame-ancestors 'none'", 'no-referrer'],
    ['/preview/users/nothing', 'SAMEORIGIN', "frame-ancestors 'self'", 'no-referrer'],
    ['/preview/users/nothing/version', 'DENY', "frame-ancestors 'none'", 'no-referrer'],
    ['/preview?token=nothing', 'DENY', "frame-ancestors 'none'", 'no-referrer'],
  ])(
    'lets nobody frame %s who has no business to',
    async (address, frames, ancestors, referrer) => {
      const { headers } = await fetch(`${installation.origin}${address}`)
      expect(headers.get('X-Frame-Options')).toBe(frames)
      expect(headers.get('Content-Security-Policy')).toContain(ancestors)
      expect(headers.get('Referrer-Policy')).toBe(referrer)
      expect(headers.get('Permissions-Policy')).toContain('camera=()')
      expect(headers.get('Strict-Transport-Security')).toBe(null)
    },
  )

  it.each(['/nope', '/preview/nope', '/_next/nope', '/_next/image?url=%2Fx.png&w=64&q=75'])(
    'says without a script that nothing is at %s',
    async (address) => {
      const answer = await fetch(`${installation.origin}${address}`)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
      expect(await answer.text()).not.toContain('<script')
    },
  )

  it.each(['/admin/login', '/expert/nothing', '/preview/users/nothing'])(
    'runs at %s no script but those of the answer',
    async (address) => {
      const look = async () => {
        const answer = await fetch(`${installation.origin}${address}`)
        const policy = answer.headers.get('Content-Security-Policy') ?? ''
        const nonce = /script-src 'self' 'nonce-([\w+/=]{24})' 'strict-dynamic'/u.exec(policy)?.[1]
        return { nonce, scripts: (await answer.text()).match(/<script[^>]*>/gu) ?? [] }
      }
      const [one, other] = [await look(), await look()]
      expect(one.nonce).toBeDefined()
      expect(one.nonce).not.toBe(other.nonce)
      expect(one.scripts.filter((tag) => !tag.includes(`nonce="${one.nonce ?? ''}"`))).toEqual([])
    },
  )

  it.each(['/admin/%ff', '/expert/%ff', '/preview/%ff/x', '/%ff', '/api/%ff', '/api/users/%ff'])(
    'answers for a path that is not written as paths are, as for all others: %s',
    async (address) => {
      const { status, headers } = await fetch(`${installation.origin}${address}`)
      expect([400, 404]).toContain(status)
      expect(headers.get('X-Frame-Options')).not.toBeNull()
      expect(headers.get('Content-Security-Policy')).toContain('frame-ancestors')
    },
  )

  it('has browsers come by https alone, where its public address is https', async () => {
    const own = await copyDemoFolder()
    const other = await startInstallation(own.folder, { CMS_URL: 'https://cms.example.org' })
    for (const address of ['/admin/login', '/api/access', '/nothing']) {
      const { headers } = await fetch(`${other.origin}${address}`)
      expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
    }
    await other.end('SIGTERM')
    await own.remove()
  })

  it('starts the authoring plane again when it crashes', async () => {
    const call = callOver(installation.origin)
    const before = installation.output().length
    process.kill(await pidOfNext(installation), 'SIGKILL')
    await expect.poll(() => installation.output().slice(before)).toContain('starting it again')
    await expect
      .poll(() =>
        call('GET', '/access').then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200)
  })

  it('ends on SIGTERM within 10 s and leaves nothing running', async () => {
    const own = await makeDataFolder()
    const other = await startInstallation(own.folder, { DEMO: 'off' })
    expect(other.output()).toContain('The first account: npm run admin:create')
    const next = await pidOfNext(other)
    const databaseRuns = await databaseProcessFile(own.folder)
    expect(existsSync(databaseRuns)).toBe(true)
    const startedAt = Date.now()
    expect(await other.end('SIGTERM')).toBe(0)
    expect(Date.now() - startedAt).toBeLessThan(allowed(10_000))
    expect(existsSync(`/proc/${String(next)}`)).toBe(false)
    expect(existsSync(databaseRuns)).toBe(false)
    await own.remove()
  })

  it('ends with the npm that started it', async () => {
    const own = await copyDemoFolder()
    const other = await startInstallation(own.folder, {}, ['npm', 'start'])
    const [, ...below] = await descendantsOf(other.process.pid ?? 0)
    expect(below.length).toBeGreaterThan(1)
    const databaseRuns = await databaseProcessFile(own.folder)
    expect(existsSync(databaseRuns)).toBe(true)
    await other.end('SIGTERM')
    await expect.poll(() => below.filter((pid) => existsSync(`/proc/${String(pid)}`))).toEqual([])
    expect(existsSync(databaseRuns)).toBe(false)
    await own.remove()
  })

  it.each([
    ['a wrong value', { CMS_PORT: 'abc' }, 'CMS_PORT must be a port number'],
    ['a wrong switch', { DEMO: 'yes' }, 'DEMO must be "on" or "off"'],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://x:y@127.0.0.1:1/x', PAYLOAD_SECRET: 'x'.repeat(24) },
      'DATABASE_URL cannot be reached',
    ],
    [
      'a missing secret',
      { DATABASE_URL: 'postgres://x:y@127.0.0.1:1/x', PAYLOAD_SECRET: '' },
      'PAYLOAD_SECRET must be set',
    ],
    [
      'an address of a database that is none',
      { DATABASE_URL: 'postgres://[', PAYLOAD_SECRET: 'x'.repeat(24) },
      'DATABASE_URL cannot be reached: Invalid URL',
    ],
    ['a name that nobody has', { CMS_HOST: 'nonsense.invalid' }, 'CMS_HOST must be an address'],
    ['an address of another machine', { CMS_HOST: '192.0.2.1' }, 'CMS_HOST must be an address'],
  ])('ends with one sentence on %s', async (_, settings, sentence) => {
    const started = await launchStart({ DATA_DIR: path.join(data.folder, 'other'), ...settings })
    expect(await exitOf(started.process)).toBe(1)
    expect(started.output()).toContain(sentence)
    expect(started.output().trim().split('\n')).toHaveLength(1)
  })

  it('ends with one sentence on a folder for data that is a file', async () => {
    const file = path.join(data.folder, 'file')
    const started = await launchStart({ DATA_DIR: file })
    expect(await exitOf(started.process)).toBe(1)
    expect(started.output().trim()).toBe(
      `DATA_DIR must be a folder, or the place for a new one: ${file} is or lies below a file.`,
    )
  })

  it('ends with the sentence of the step on a database that guards nothing', async () => {
    const database = await openEmbeddedDatabase(data.folder)
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query('ALTER TABLE career_profiles DISABLE TRIGGER workflow_guard_document')
    const started = await launchStart({ DATA_DIR: data.folder })
    const status = await exitOf(started.process)
    await client.query('ALTER TABLE career_profiles ENABLE TRIGGER workflow_guard_document')
    await client.end()
    await database.close()
    expect(status).toBe(1)
    const [before, sentence, step] = started.output().trim().split('\n').slice(-3)
    expect(before).toBe('Applying the migrations …')
    expect(sentence).toContain(
      'missing or disabled: public.career_profiles.workflow_guard_document. ',
    )
    expect(step).toBe('The step "prepare" failed; see above.')
  })

  it('ends what people hold who had left under an older version', async () => {
    const own = await copyDemoFolder()
    const database = await openEmbeddedDatabase(own.folder)
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query(
      `WITH left_before AS (
         UPDATE users SET deactivated_at = now() WHERE email LIKE 'editor2@%' RETURNING id
       )
       INSERT INTO workflow_delegations (from_person, to_person, starts_at, ends_at, created_by)
       SELECT l.id, a.id, now(), now() + interval '1 day', a.id
       FROM left_before l, users a WHERE a.email LIKE 'admin@%'`,
    )
    const other = await startInstallation(own.folder)
    const { rows } = await client.query(
      `SELECT transition, actor FROM workflow_events WHERE transition = 'endDelegation'`,
    )
    await other.end('SIGTERM')
    await client.end()
    await database.close()
    await own.remove()
    expect(rows).toEqual([{ transition: 'endDelegation', actor: null }])
  })

  it('ends with one sentence on a port that is taken', async () => {
    const server = net.createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? String(address.port) : ''
    const started = await launchStart({ CMS_PORT: port, DATA_DIR: path.join(data.folder, 'other') })
    expect(await exitOf(started.process)).toBe(1)
    expect(started.output().trim()).toBe(
      `Port ${port} on 127.0.0.1 is taken. End what uses it, or set CMS_PORT to another.`,
    )
    server.close()
  })

  it('makes an account beside the running product', async () => {
    const made = runCommand('create-admin', ['--email', 'neu@example.org', '--name', 'Neu'], {
      DATA_DIR: data.folder,
      NODE_ENV: '',
    })
    expect(await exitOf(made.process)).toBe(0)
    expect(await runningWith(data.folder, 'generate:types')).toEqual([])
    const file = path.join(data.folder, 'first-password.txt')
    expect(made.output()).toContain(file)
    const [, password = ''] = (await readFile(file, 'utf8')).split('\n')
    expect(made.output()).not.toContain(password)
    const signIn = await callOver(installation.origin)('POST', '/users/login', {
      body: { email: 'neu@example.org', password },
    })
    expect(signIn.get('user.role')).toBe('admin')
  })

  it.each([
    ['create-admin', '--emial'],
    ['import-portraits', '--athor'],
    ['generate', '--nmae'],
    ['check-generated', '--all'],
    ['database-roles', '--pritn'],
    ['database-migrate', '--force'],
  ])('tells how %s is used where %s is given', async (command, option) => {
    const given = runCommand(command, [option], {})
    expect(await exitOf(given.process)).toBe(2)
    const [problem, usage, ...more] = given.output().trim().split('\n')
    expect(problem).toBe(`Unknown option '${option}'.`)
    expect(usage).toMatch(/^Usage: npm run /)
    expect(more).toEqual([])
  })
})

/** The process id of the authoring plane: the child of the start that serves its port. */
async function pidOfNext(installation: Installation): Promise<number> {
  const [pid] = await descendantsOf(installation.process.pid ?? 0)
  if (pid === undefined) throw new Error('The start has no child.')
  return pid
}
