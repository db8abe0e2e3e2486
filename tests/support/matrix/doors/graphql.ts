import type { Answer } from '../../http.ts'
import { isPermitted } from '../callers.ts'
import { closed, type Expectation, type Knock, type MatrixDoor, type Reply } from '../door.ts'
import type { Tried } from '../tried.ts'
import { deletion, edit } from './expectations.ts'

/** An answer of GraphQL as a reply: its status is the one that the first error names. */
export function replyOf(answer: Answer): Reply {
  const { text } = answer
  if (!Array.isArray(answer.get('errors'))) return { status: answer.status, text }
  const status = answer.get('errors.0.extensions.statusCode')
  return { status: typeof status === 'number' ? status : 400, text }
}

const door = (
  name: string,
  expects: MatrixDoor['expects'],
  mutation: (knock: Knock) => string,
): MatrixDoor => ({
  name: `GraphQL: ${name}`,
  expects,
  knock: async (knock) =>
    replyOf(
      await knock.world.product.graphql(`mutation { ${mutation(knock)} }`, {
        authorization: knock.visitor.authorization,
      }),
    ),
})

const creation: MatrixDoor['expects'] = (_, caller): Expectation =>
  isPermitted('create', caller) ? { to: 'untouched' } : { to: 'refused' }

/** What Payload's GraphQL offers on a text. */
export const graphqlDoors = ({ one }: Tried): readonly MatrixDoor[] => {
  const update = (id: string, args: string) => `update${one}(id: "${id}", ${args}) { id }`
  return [
    ...['', ', draft: false', ', draft: true', ', draft: true, autosave: true'].map((flags) =>
      door(`update${flags}`, edit, ({ portrait }) =>
        update(portrait.id, `data: { headline: "Heimlich" }${flags}`),
      ),
    ),
    ...['', ', draft: true', ', draft: false'].map((flags) =>
      door(`update to published${flags}`, closed, ({ portrait }) =>
        update(portrait.id, `data: { headline: "Heimlich", _status: published }${flags}`),
      ),
    ),
    door('update to draft', edit, ({ portrait }) =>
      update(portrait.id, `data: { headline: "Heimlich", _status: draft }`),
    ),
    // Nobody has asked for one, and nobody has given one.
    door('signOff', closed, ({ portrait }) => {
      return `signOff${one}(id: "${portrait.id}", kind: legal) { state }`
    }),
    door('takeBackSignOff', closed, ({ portrait }) => {
      return `takeBackSignOff${one}(id: "${portrait.id}", kind: legal, comment: "Weg") { state }`
    }),
    door('delete', deletion, ({ portrait }) => `delete${one}(id: "${portrait.id}") { id }`),
    door('create, published', closed, ({ portrait }) => {
      return `create${one}(data: { headline: "Heimlich", profession: "${portrait.profession}",
      _status: published }) { id }`
    }),
    door('create, as it comes', creation, () => {
      return `create${one}(data: { headline: "Heimlich" }, draft: false) { id }`
    }),
    ...['', ', draft: false'].map((flags) =>
      door(`restoreVersion${flags}`, closed, ({ portrait }) => {
        return `restoreVersion${one}(id: "${String(portrait.versions[0])}"${flags}) { id }`
      }),
    ),
    door('restoreVersion, draft: true', edit, ({ portrait }) => {
      return `restoreVersion${one}(id: "${String(portrait.versions[0])}", draft: true) { id }`
    }),
    ...['duplicate', 'publish', 'unpublish', 'schedulePublish'].map((name) =>
      door(name, closed, ({ portrait }) => `${name}${one}(id: "${portrait.id}") { id }`),
    ),
  ]
}
