import type { Method } from '../../http.ts'
import { pixel } from '../../pictures.ts'
import { isSettled } from '#model/stages.ts'
import { matrixCallers, type CallerName } from '../callers.ts'
import {
  attempt,
  closed,
  harmless,
  type Expectation,
  type Knock,
  type MatrixDoor,
} from '../door.ts'
import type { Standing } from '../standings.ts'
import type { Tried } from '../tried.ts'
import { firstHeadline, type Portrait } from '../world.ts'
import { besideTexts } from './expectations.ts'
import { replyOf } from './graphql.ts'

const door = (
  name: string,
  expects: MatrixDoor['expects'],
  request: (knock: Knock) => readonly [Method, string, unknown?],
): MatrixDoor => ({
  name,
  expects,
  knock: (knock) => {
    const [method, path, body] = request(knock)
    const { authorization } = knock.visitor
    return knock.world.product.call(method, path, { authorization, body })
  },
})

const lock = ({ portrait, visitor, world }: Knock) => ({
  document: { relationTo: world.tried.collection, value: portrait.id },
  user: { relationTo: 'users', value: visitor.user?.id },
})

/** Locks and preferences: for people, and without weight for any text. */
const bookkeepingDoors = ({ collection }: Tried): readonly MatrixDoor[] => [
  door('locks: POST', besideTexts, (knock) => ['POST', '/payload-locked-documents', lock(knock)]),
  door('locks: DELETE of all', harmless, () => {
    return ['DELETE', '/payload-locked-documents?where[id][exists]=true']
  }),
  door('preferences: POST', besideTexts, ({ portrait }) => {
    return ['POST', `/payload-preferences/${collection}-${portrait.id}`, { value: { live: true } }]
  }),
  door('preferences: DELETE', harmless, ({ portrait }) => {
    return ['DELETE', `/payload-preferences/${collection}-${portrait.id}`]
  }),
]

/** A picture is a part of the texts that show it: it stays while others rely on the text. */
const picture = ({ stage, isLive }: Standing, caller: CallerName): Expectation => {
  const { as, isOwn } = matrixCallers[caller]
  const isPermitted = as === 'editor' || as === 'admin' || (as === 'author' && isOwn)
  return isPermitted && !isSettled(stage) && !isLive ? { to: 'untouched' } : { to: 'refused' }
}

const pictureDoors: readonly MatrixDoor[] = [
  ...[{ alt: 'Heimlich' }, { credit: 'Heimlich' }, { focalX: 3, focalY: 3 }].map((body) =>
    door(`picture: PATCH of ${Object.keys(body).join()}`, picture, ({ portrait }) => {
      return ['PATCH', `/media/${portrait.picture.id}`, body]
    }),
  ),
  door('picture: PATCH of all', closed, () => {
    return ['PATCH', '/media?where[id][exists]=true', { alt: 'Heimlich' }]
  }),
  door('picture: DELETE', closed, ({ portrait }) => ['DELETE', `/media/${portrait.picture.id}`]),
  {
    name: 'picture: another file',
    expects: picture,
    knock: ({ world, visitor: { user }, portrait }) =>
      attempt(() =>
        world.product.payload.update({
          collection: 'media',
          id: portrait.picture.id,
          data: {},
          file: {
            data: pixel,
            mimetype: 'image/png',
            name: portrait.picture.file.replace('.png', '-anders.png'),
            size: pixel.length,
          },
          overrideAccess: false,
          ...(user && { user }),
        }),
      ),
  },
]

/** Editors write reference data, which a site sees beside the text. The text is none of it. */
const ofReference = (): Expectation => ({ to: 'untouched', isOfReference: true })

const heimlich = { headline: 'Heimlich', _status: 'published' }

/** Other records that name a text, or that a text names. */
const relationDoors = ({ collection }: Tried): readonly MatrixDoor[] => [
  ...['workflow-states', 'workflow-events', 'workflow-approvals'].flatMap((slug) => [
    door(`${slug}: POST`, closed, ({ portrait }) => {
      const { id, digest } = portrait
      return ['POST', `/${slug}`, { document: id, digest, stage: 'approved', round: 1 }]
    }),
    door(`${slug}: PATCH of all`, closed, () => {
      return ['PATCH', `/${slug}?where[id][exists]=true`, { stage: 'approved' }]
    }),
    door(`${slug}: DELETE of all`, closed, () => ['DELETE', `/${slug}?where[id][exists]=true`]),
  ]),
  door('a text inside of its profession', ofReference, ({ portrait: { id, profession } }) => {
    return ['PATCH', `/professions/${profession}`, { [collection]: [{ id, ...heimlich }] }]
  }),
  door('a text inside of a site', harmless, ({ portrait: { id }, world }) => {
    const site = world.visitors.get('a site')?.user?.id ?? ''
    return ['PATCH', `/sites/${site}`, { [collection]: [{ id, ...heimlich }] }]
  }),
  door('deleting the profession of a text', closed, ({ portrait }) => {
    return ['DELETE', `/professions/${portrait.profession}`]
  }),
]

const isFromOutside = (caller: CallerName) =>
  matrixCallers[caller].as === 'anonymous' || matrixCallers[caller].as === 'site'

/** Who is not of the newsroom reads no word of a working copy. */
const hidesWords: MatrixDoor['expects'] = (_, caller) => ({
  to: 'untouched',
  ...(isFromOutside(caller) && {
    withoutWords: ({ secret }: Portrait) => [firstHeadline, ...(secret === null ? [] : [secret])],
  }),
})

/** Who is not of the newsroom finds no text by what is hidden from them. */
const findsNothing: MatrixDoor['expects'] = (_, caller) => ({
  to: 'untouched',
  ...(isFromOutside(caller) && {
    withoutWords: ({ id }: Portrait) => [`"id":"${id}"`, '"totalDocs":1'],
  }),
})

const wanted = ({ secret }: Portrait) => encodeURIComponent(secret ?? 'Nirgends')

/** Ways to read, or to guess, what is not live. */
const readingDoors = ({ collection, one, many }: Tried): readonly MatrixDoor[] => [
  ...['draft=true', 'draft=true&depth=2', 'draft=true&locale=all', 'trash=true', 'depth=2'].map(
    (query) =>
      door(`read: ${query}`, hidesWords, ({ portrait }) => {
        return ['GET', `/${collection}/${portrait.id}?${query}`]
      }),
  ),
  ...['draft=true', '_status=draft', 'where[_status][equals]=draft', 'status=draft'].map((query) =>
    door(`read many: ${query}`, hidesWords, () => ['GET', `/${collection}?limit=100&${query}`]),
  ),
  door('read: versions', hidesWords, () => ['GET', `/${collection}/versions?limit=500`]),
  door('read: one version', hidesWords, ({ portrait }) => {
    return ['GET', `/${collection}/versions/${String(portrait.versions.at(-1))}`]
  }),
  door('read: the workflow', hidesWords, ({ portrait }) => {
    return ['GET', `/${collection}/${portrait.id}/workflow`]
  }),
  door('read: the difference', hidesWords, ({ portrait }) => {
    return ['GET', `/${collection}/${portrait.id}/workflow/diff`]
  }),
  ...['', '/count'].flatMap((path) =>
    ['headline][equals', 'headline][like', 'or][0][headline][equals'].map((operator) =>
      door(`find${path} by where[${operator}]`, findsNothing, ({ portrait }) => {
        return ['GET', `/${collection}${path}?draft=true&where[${operator}]=${wanted(portrait)}`]
      }),
    ),
  ),
  ...['author.email', 'author', 'author.name', 'sites.name', 'importedFrom.file'].map((field) =>
    door(`find by where[${field}]`, findsNothing, ({ portrait }) => {
      const query = `where[and][0][id][equals]=${portrait.id}&where[and][1][${field}][exists]=true`
      return ['GET', `/${collection}?${query}`]
    }),
  ),
  {
    name: 'read over GraphQL, draft: true',
    expects: hidesWords,
    knock: async ({ world, visitor, portrait }) =>
      replyOf(
        await world.product.graphql(
          `{ ${one}(id: "${portrait.id}", draft: true) { headline }
             ${many}(draft: true, limit: 100) { docs { headline } }
             versions${many}(limit: 500) { docs { version { headline } } } }`,
          { authorization: visitor.authorization },
        ),
      ),
  },
]

/** Ways beside: what is not an operation on a text, but might reach one. */
export const sideDoors = (tried: Tried): readonly MatrixDoor[] => [
  ...bookkeepingDoors(tried),
  ...pictureDoors,
  ...relationDoors(tried),
  ...readingDoors(tried),
]
