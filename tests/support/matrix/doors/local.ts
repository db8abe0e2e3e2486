import { attempt, closed, harmless, type Knock, type MatrixDoor } from '../door.ts'
import type { Tried } from '../tried.ts'
import { deletion, deletionPastAccess, edit, editPastAccess } from './expectations.ts'

const headline = 'Heimlich'
const live = { headline, _status: 'published' as const }

/** Who calls, and whether Payload asks the access rules. */
interface Way {
  overrideAccess: boolean
  as: { user: Record<string, unknown> & { id: string } } | undefined
}

/** A door of the Local API, once under access control and once past it. */
function doors(
  name: string,
  expects: { asked: MatrixDoor['expects']; unasked: MatrixDoor['expects'] },
  call: (knock: Knock, way: Way) => Promise<unknown>,
): MatrixDoor[] {
  return [false, true].map((overrideAccess) => ({
    name: `Local API: ${name}${overrideAccess ? ', past access control' : ''}`,
    expects: overrideAccess ? expects.unasked : expects.asked,
    knock: (knock) => {
      const { user } = knock.visitor
      return attempt(() => call(knock, { overrideAccess, as: user && { user } }))
    },
  }))
}

const edits = { asked: edit, unasked: editPastAccess }
const always = { asked: closed, unasked: closed }
const deletes = { asked: deletion, unasked: deletionPastAccess }

/** What our own code, a plugin or a hook may call in process. */
export const localDoors = ({ collection }: Tried): readonly MatrixDoor[] => [
  ...doors('update', edits, ({ world, portrait: { id } }, { overrideAccess, as }) =>
    world.product.payload.update({
      collection,
      id,
      data: { headline },
      draft: false,
      overrideAccess,
      ...as,
    }),
  ),
  ...doors(
    'update as copy-to-locale calls it',
    edits,
    ({ world, portrait: { id } }, { overrideAccess, as }) =>
      world.product.payload.update({
        collection,
        id,
        data: { headline },
        draft: true,
        overrideAccess,
        ...as,
      }),
  ),
  ...doors('update to published', always, ({ world, portrait: { id } }, { overrideAccess, as }) =>
    world.product.payload.update({
      collection,
      id,
      data: live,
      draft: false,
      overrideAccess,
      ...as,
    }),
  ),
  ...doors('update of all', always, ({ world, portrait: { id } }, { overrideAccess, as }) =>
    world.product.payload.update({
      collection,
      where: { id: { equals: id } },
      data: live,
      draft: true,
      overrideAccess,
      ...as,
    }),
  ),
  ...doors('delete', deletes, ({ world, portrait: { id } }, { overrideAccess, as }) =>
    world.product.payload.delete({ collection, id, overrideAccess, ...as }),
  ),
  ...doors('delete of all', always, ({ world, portrait: { id } }, { overrideAccess, as }) =>
    world.product.payload.delete({
      collection,
      where: { id: { equals: id } },
      overrideAccess,
      ...as,
    }),
  ),
  ...doors('create, published', always, ({ world }, { overrideAccess, as }) =>
    world.product.payload.create({ collection, data: live, draft: true, overrideAccess, ...as }),
  ),
  ...doors(
    'duplicate',
    { asked: harmless, unasked: harmless },
    ({ world, portrait }, { overrideAccess, as }) =>
      world.product.payload.duplicate({
        collection,
        id: portrait.id,
        draft: false,
        overrideAccess,
        ...as,
      }),
  ),
  ...doors('restoreVersion', always, ({ world, portrait }, { overrideAccess, as }) =>
    world.product.payload.restoreVersion({
      collection,
      id: String(portrait.versions[0]),
      overrideAccess,
      ...as,
    }),
  ),
  // Payload's Local API does not pass `draft` on: this door leads nowhere, and stays closed.
  ...doors('restoreVersion as a draft', always, ({ world, portrait }, { overrideAccess, as }) =>
    world.product.payload.restoreVersion({
      collection,
      id: String(portrait.versions[0]),
      draft: true,
      overrideAccess,
      ...as,
    }),
  ),
]
