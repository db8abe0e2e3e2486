import { Link } from '@payloadcms/ui'
import { randomUUID } from 'node:crypto'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { isApplicationError } from '#model/errors.ts'
import { parseList, readTexts, type TextPage } from '#newsroom/lists/list.ts'
import { loadDesks } from '#access/load-desks.ts'
import { demandPerson, Frame } from '../kit/Frame.tsx'
import kit from '../kit/kit.module.css'
import { sayWith } from '../words/say.ts'
import { TextsView } from './TextsView.tsx'
import type { FilterChoices } from './TextFilters.tsx'

/** The list of all editorial documents, narrowed by what stands in the address. */
export async function TextsPage(view: AdminViewServerProps) {
  demandPerson(view)
  const { req } = view.initPageResult
  const say = sayWith(req.i18n)
  const parameters = Object.fromEntries(
    Object.entries(view.searchParams ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  )
  const [found, choices] = await Promise.all([read(req, parameters), loadChoices(req)])
  return (
    <Frame
      actions={
        <>
          <Link className={kit.action} href="/admin/collections/regional-sections/create">
            {say('home:newSection')}
          </Link>
          <Link className={kit.action} href="/admin/collections/career-profiles/create">
            {say('home:newProfile')}
          </Link>
        </>
      }
      title={say('list:title')}
      view={view}
    >
      <TextsView
        choices={choices}
        first={{
          page: 'texts' in found ? found : { texts: [], total: 0, nextCursor: null },
          drawing: randomUUID(),
        }}
        parameters={parameters}
        problem={'problem' in found ? found.problem : null}
      />
    </Frame>
  )
}

/** The page of the list, or why the address asks for something that there is not. */
async function read(
  req: PayloadRequest,
  parameters: Record<string, string>,
): Promise<TextPage | { problem: string }> {
  try {
    return await readTexts(req, parseList(parameters))
  } catch (error) {
    if (!isApplicationError(error)) throw error
    return { problem: error.details.map(({ path, reason }) => `${path}: ${reason}`).join('; ') }
  }
}

async function loadChoices(req: PayloadRequest): Promise<FilterChoices> {
  const [desks, people] = await Promise.all([
    loadDesks(req),
    req.payload.find({
      collection: 'users',
      depth: 0,
      pagination: false,
      sort: 'name',
      select: { name: true, role: true },
      overrideAccess: true,
      req,
    }),
  ])
  return {
    desks: desks.map(({ id, name }) => ({ id, name })),
    people: people.docs.map(({ id, name, role }) => ({ id, name, isReviewer: role !== 'author' })),
  }
}
