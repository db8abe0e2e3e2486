import type { CallOptions, Method } from '../../http.ts'
import { closed, harmless, type Expectation, type Knock, type MatrixDoor } from '../door.ts'
import { isPermitted } from '../callers.ts'
import type { Visitor, World } from '../world.ts'
import { deletion, edit } from './expectations.ts'

const door = (
  name: string,
  expects: MatrixDoor['expects'],
  request: (knock: Knock) => readonly [Method, string, unknown?],
): MatrixDoor => ({
  name: `REST: ${name}`,
  expects,
  knock: (knock) => {
    const [method, path, body] = request(knock)
    return knock.world.product.call(method, `/${knock.world.tried.collection}${path}`, {
      authorization: knock.visitor.authorization,
      body,
    })
  },
})

/** A door that takes all texts at once. */
const bulkDoor = (name: string, method: Method, query: string, body?: unknown): MatrixDoor => ({
  name: `REST: ${name}`,
  expects: closed,
  knockOnAll: async (world: World, visitor: Visitor) => {
    const options: CallOptions = { authorization: visitor.authorization, body }
    const path = `/${world.tried.collection}?where[id][exists]=true${query}`
    const answer = await world.product.call(method, path, options)
    return new Map(world.portraits.map(({ id }) => [id, answer]))
  },
})

const headline = 'Heimlich'
const live = { headline, _status: 'published' }
const digest = 'f'.repeat(64)

const creation: MatrixDoor['expects'] = (_, caller): Expectation =>
  isPermitted('create', caller) ? { to: 'untouched' } : { to: 'refused' }

/** What Payload's REST offers on a text, with every flag that it knows. */
export const restDoors = (): readonly MatrixDoor[] => [
  ...[
    '',
    '?draft=false',
    '?draft=true',
    '?draft=true&autosave=true',
    '?overrideLock=true',
    '?locale=all',
    '?locale=de&fallback-locale=en',
    '?publishAllLocales=false',
  ].map((query) =>
    door(`PATCH${query}`, edit, ({ portrait }) => [
      'PATCH',
      `/${portrait.id}${query}`,
      { headline },
    ]),
  ),
  door('PATCH to draft', edit, ({ portrait }) => {
    return ['PATCH', `/${portrait.id}`, { headline, _status: 'draft' }]
  }),
  ...['', '?draft=true', '?draft=false', '?draft=true&autosave=true'].map((query) =>
    door(`PATCH to published${query}`, closed, ({ portrait }) => {
      return ['PATCH', `/${portrait.id}${query}`, live]
    }),
  ),
  ...['publishSpecificLocale=de', 'publishAllLocales=true', 'unpublishAllLocales=true'].map(
    (query) =>
      door(`PATCH?${query}`, closed, ({ portrait }) => {
        return ['PATCH', `/${portrait.id}?${query}`, { headline }]
      }),
  ),
  door('PATCH of the digest', harmless, ({ portrait }) => {
    return ['PATCH', `/${portrait.id}`, { digest }]
  }),
  door('PATCH over a text that is not there any more', closed, ({ portrait }) => {
    return ['PATCH', `/${portrait.id}?expectedDigest=${digest}`, { headline }]
  }),
  door('PATCH to the trash', harmless, ({ portrait }) => {
    return ['PATCH', `/${portrait.id}?trash=true`, { deletedAt: new Date().toISOString() }]
  }),
  door('PATCH out of the trash', harmless, ({ portrait }) => {
    return ['PATCH', `/${portrait.id}?trash=true`, { deletedAt: null }]
  }),
  door('PATCH of the record', harmless, ({ portrait }) => {
    return ['PATCH', `/${portrait.id}`, { stage: 'approved', liveDigest: digest, round: 9 }]
  }),
  bulkDoor('PATCH of all', 'PATCH', '', { headline }),
  bulkDoor('PATCH of all, draft=true', 'PATCH', '&draft=true', { headline }),
  bulkDoor('PATCH of all to published', 'PATCH', '', live),
  bulkDoor('PATCH of all to the trash', 'PATCH', '&trash=true', { deletedAt: '2026-01-01' }),
  bulkDoor('DELETE of all', 'DELETE', ''),
  bulkDoor('DELETE of all in the trash', 'DELETE', '&trash=true'),
  ...['', '?trash=true', '?overrideLock=true'].map((query) =>
    door(`DELETE${query}`, deletion, ({ portrait }) => ['DELETE', `/${portrait.id}${query}`]),
  ),
  door('POST, published', closed, () => ['POST', '', live]),
  door('POST, draft=false', creation, () => ['POST', '?draft=false', { headline }]),
  ...['', '?draft=false', '?draft=true'].map((query) =>
    door(`duplicate${query}`, closed, ({ portrait }) => {
      return ['POST', `/${portrait.id}/duplicate${query}`, {}]
    }),
  ),
  ...['', '?draft=false'].flatMap((query) =>
    ([0, -1] as const).map((index) =>
      door(`restore of the ${index === 0 ? 'first' : 'last'} version${query}`, closed, (knock) => {
        return ['POST', `/versions/${String(knock.portrait.versions.at(index))}${query}`, {}]
      }),
    ),
  ),
  door('restore of the first version?draft=true', edit, ({ portrait }) => {
    return ['POST', `/versions/${String(portrait.versions[0])}?draft=true`, {}]
  }),
]
