import { callOver, type Answer, type CallOptions, type Method } from '#support/http.ts'
import { demo } from '#support/installation.ts'

/** A running installation whose texts are on their way, and the addresses of some of them. */
export interface Scene {
  origin: string
  /** Path of a text in the admin: in review, of what is live already. */
  inReview: string
  /** Path of a text in the admin: being written. */
  draft: string
  /** Path of the live preview of a text. */
  preview: string
  /** Path of a page for an expert. */
  expert: string
  site: string
}

type Person = 'admin' | 'author' | 'author2' | 'editor' | 'editor2'
type CallAs = (
  person: Person,
  method: Method,
  path: string,
  body?: CallOptions['body'],
) => Promise<Answer>

const headlines = {
  live: 'Pflege im Veedel: viele Häuser, viele Sprachen, kurze Wege',
  approved: 'Strom für die Rohrbrücken: Betriebstechnik in der Chemiestadt',
  draft: 'Großwerden am Hang: Kinder begleiten in der Stadt der Schwebebahn',
} as const

/**
 * Brings texts of the demo on their way through the API, as people would: a live text is changed and
 * reviewed, one is planned, one is assigned, one is shown to an expert.
 */
export async function bringToLife(origin: string): Promise<Scene> {
  const call = await callers(origin)
  const idOf = async (headline: string): Promise<string> => {
    const query = `/newsroom/texts?q=${encodeURIComponent(headline)}`
    const found = await call('editor', 'GET', query)
    return String(found.get('texts.0.id'))
  }
  const live = await idOf(headlines.live)
  const approved = await idOf(headlines.approved)
  const draft = await idOf(headlines.draft)
  await reviseLive(call, live)
  await call('editor2', 'POST', `/regional-sections/${approved}/transitions`, {
    transition: 'schedule',
    publishAt: daysAhead(6),
  })
  const author2 = await call('author2', 'GET', '/users/me')
  await call('editor', 'PATCH', `/regional-sections/${draft}/workflow/assignment`, {
    author: author2.get('user.id'),
    dueAt: daysAhead(3),
  })
  const link = await call('editor', 'POST', `/regional-sections/${live}/workflow/expert-links`, {
    reader: 'Pflegekammer',
  })
  const sites = await call('admin', 'GET', '/sites?limit=1&depth=0')
  const texts = '/admin/collections/regional-sections'
  return {
    origin,
    inReview: `${texts}/${live}`,
    draft: `${texts}/${draft}`,
    preview: `/preview/regional-sections/${live}`,
    expert: `/expert/${String(link.get('token'))}`,
    site: `/admin/collections/sites/${String(sites.get('docs.0.id'))}`,
  }
}

/** What is live is written anew, given to review, taken and commented on. */
async function reviseLive(call: CallAs, id: string): Promise<void> {
  const path = `/regional-sections/${id}`
  const before = await call('author', 'GET', `${path}?draft=true&depth=0`)
  const intro = String(before.get('intro'))
  await call('author', 'PATCH', `${path}?draft=true`, {
    intro: intro
      .replace('Gut eine Million Menschen', 'Fast 1,1 Millionen Menschen')
      .replace('sehr unterschiedliche', 'ganz verschiedene'),
    salaryFigures: higherPay(before.get('salaryFigures')),
  })
  await call('author', 'POST', `${path}/transitions`, { transition: 'submit' })
  const editor = await call('editor', 'GET', '/users/me')
  await call('editor', 'PATCH', `${path}/workflow/assignment`, {
    reviewer: editor.get('user.id'),
    dueAt: daysAhead(1),
  })
  await call('editor', 'POST', `${path}/workflow/claim`, { minutes: 120 })
  await call('editor', 'POST', `${path}/workflow/comments`, {
    body: 'Stand der Zahl? Bitte mit Jahr.',
    isBlocking: true,
    on: { path: 'intro', quote: '1,1 Millionen' },
  })
}

function higherPay(figures: unknown): unknown {
  if (!Array.isArray(figures)) return figures
  return figures.map((figure: unknown, index) => {
    if (index > 0 || typeof figure !== 'object' || figure === null) return figure
    const max: unknown = Reflect.get(figure, 'max')
    return { ...figure, ...(typeof max === 'number' ? { max: max + 150 } : {}) }
  })
}

/** Calls the API as somebody of the demo. @throws Error where an answer is none of success */
async function callers(origin: string): Promise<CallAs> {
  const call = callOver(origin)
  const tokens = new Map<Person, string>()
  for (const person of ['admin', 'author', 'author2', 'editor', 'editor2'] as const) {
    const answer = await call('POST', '/users/login', {
      body: { email: `${person}@berufsbild.example`, password: demo.password },
    })
    tokens.set(person, `JWT ${String(answer.get('token'))}`)
  }
  return async (person, method, path, body) => {
    const authorization = tokens.get(person)
    const answer = await call(method, path, {
      authorization,
      ...(body === undefined ? {} : { body }),
    })
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.text}`)
    return answer
  }
}

function daysAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString()
}
