import { setTimeout as wait } from 'node:timers/promises'
import { buildIfNeeded } from '#server/build.ts'
import { callOver } from '#support/http.ts'
import { generateTexts } from '#support/many-texts.ts'
import { demoPassword, type BenchInstallation } from './installation.ts'
import { count } from './report.ts'
import { startStock } from './subjects.ts'

/** How often each address is asked before its time counts, and how often then. */
const warmUps = 3
const requests = 20

type Say = (line: string) => void

interface Address {
  path: string
  /** What stands in an answer that is not a refusal or an empty shell. */
  holds: string
  /** In ms, of the 95th percentile. */
  target: number
}

/**
 * Measures how long the authoring plane takes for the screens of the newsroom, and for what they ask
 * the API, with many texts: one request after the other, as an editor and as an author.
 */
export async function measureNewsroom(
  installation: BenchInstallation,
  texts: number,
  say: Say,
): Promise<void> {
  const { query, settings } = installation
  await buildIfNeeded({ settings, say })
  const startedAt = performance.now()
  await generateTexts(query, texts)
  say(`${count(texts)} texts, filled in ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`)
  // A generated author: the demo's own have nine texts among themselves.
  const [row] = await query(
    `SELECT t.document, t.title, u.email FROM newsroom_texts t JOIN users u ON u.id = t.author
     WHERE u.email LIKE 'viele-%' AND t.stage = 'in_review' ORDER BY t.document LIMIT 1`,
  )
  if (!row) throw new Error('None of the generated texts is in review.')
  const addresses = addressesOf(String(row.document), String(row.title))
  const server = await startStock(installation)
  try {
    const people = await signIn(server.origin, String(row.email))
    say('')
    say('| address | as | median ms | p95 ms | target | |')
    say('|---|---|--:|--:|--:|---|')
    for (const address of addresses) {
      for (const [name, token] of people) {
        const times = await timesOf(server.origin, address, token)
        say(lineOf(address, name, times))
      }
    }
    say('')
  } finally {
    await server.stop()
  }
}

function addressesOf(text: string, title: string): Address[] {
  const document = `regional-sections/${text}`
  const paths = [
    '/admin',
    '/admin/texts',
    `/admin/collections/${document}`,
    `/admin/collections/${document}/review`,
    '/admin/coverage',
    '/api/newsroom/home',
    '/api/newsroom/texts',
    '/api/newsroom/queue',
    '/api/newsroom/coverage',
    `/api/${document}?draft=true&depth=0`,
    `/api/${document}/workflow`,
  ]
  return paths.map((path) => ({
    path,
    holds: path.includes(text) && !path.endsWith('/workflow') ? title : '',
    target: path.endsWith('/coverage') ? 2000 : 1000,
  }))
}

/** Signs in an editor of the demo and a generated author, whom the administration lets in. */
async function signIn(origin: string, author: string): Promise<[string, string][]> {
  const call = callOver(origin)
  const tokenOf = async (email: string): Promise<string> => {
    const answer = await call('POST', '/users/login', { body: { email, password: demoPassword } })
    if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${answer.text}`)
    return String(answer.get('token'))
  }
  const authorization = `JWT ${await tokenOf('admin@berufsbild.example')}`
  const found = await call('GET', `/users?where[email][equals]=${author}`, { authorization })
  const changed = await call('PATCH', `/users/${String(found.get('docs.0.id'))}`, {
    authorization,
    body: { password: demoPassword },
  })
  if (changed.status !== 200) throw new Error(`${author} is not let in: ${changed.text}`)
  return [
    ['editor', await tokenOf('editor@berufsbild.example')],
    ['author', await tokenOf(author)],
  ]
}

/** In ms, from the request to the last byte of its answer, sorted. */
async function timesOf(origin: string, { path, holds }: Address, token: string): Promise<number[]> {
  const headers = { cookie: `payload-token=${token}`, 'accept-language': 'de' }
  const ask = async (): Promise<number> => {
    const startedAt = performance.now()
    const response = await fetch(`${origin}${path}`, { headers, redirect: 'manual' })
    const body = await response.text()
    if (response.status !== 200 || !body.includes(holds)) {
      throw new Error(`${path}: ${String(response.status)} ${body.slice(0, 300)}`)
    }
    return performance.now() - startedAt
  }
  for (let index = 0; index < warmUps; index += 1) await ask()
  const times: number[] = []
  for (let index = 0; index < requests; index += 1) {
    times.push(await ask())
    // What the answer has left to collect is not the next one's.
    await wait(20)
  }
  return times.sort((left, right) => left - right)
}

function lineOf({ path, target }: Address, name: string, times: readonly number[]): string {
  const at = (share: number): number => times[Math.ceil(share * times.length) - 1] ?? NaN
  const shown = path.replace(/[0-9a-f-]{36}/, '{id}').replace(/\?.*/, '')
  const late = at(0.95)
  const cells = [
    shown,
    name,
    at(0.5).toFixed(0),
    late.toFixed(0),
    `< ${count(target)}`,
    late < target ? 'met' : '**missed**',
  ]
  return `| ${cells.join(' | ')} |`
}
