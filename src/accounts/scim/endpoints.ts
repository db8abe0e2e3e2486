import type { Endpoint, PayloadRequest } from 'payload'
import { pathPart } from '#access/answer.ts'
import { sqlIn } from '#database/sql.ts'
import type { RoleRule } from '../role-rules.ts'
import { changeGroup, createGroup, deleteGroup } from './change-groups.ts'
import { changeUser, createUser, deleteUser } from './change-users.ts'
import { answerDirectory, bodyOf, type ScimAnswer } from './door.ts'
import { notThere, ScimError } from './errors.ts'
import { findGroup, listGroups, showGroup, type ScimGroup } from './find-groups.ts'
import { findUser, listUsers, showUser, type ScimUser } from './find-users.ts'
import { readGroup, readGroupPatch } from './group-input.ts'
import { readPage } from './page.ts'
import { projected } from './project.ts'
import { resourceTypes, schemas, serviceProviderConfig, urn } from './schemas.ts'
import { readUser, readUserPatch } from './user-input.ts'

/** How a directory provisions accounts. */
export interface ProvisioningSettings {
  /** undefined: none does. */
  token: string | undefined
  /** What the names of groups give. */
  rules: readonly RoleRule[]
  authoringOrigin: string
}

/**
 * SCIM 2.0 (RFC 7643, 7644) below `/api/scim/v2`: a directory makes, changes and ends accounts, and its groups give roles
 * and desks by the rules of the installation. It signs in by the token of the installation.
 */
export const scimEndpoints = (settings: ProvisioningSettings): Endpoint[] => {
  const { token, rules, authoringOrigin } = settings
  const root = `${authoringOrigin}/api/scim/v2`
  const at = (
    method: Endpoint['method'],
    path: string,
    work: (req: PayloadRequest) => Promise<ScimAnswer>,
  ): Endpoint => ({
    path: `/scim/v2${path}`,
    method,
    handler: (req) => answerDirectory(req, token, () => work(req)),
  })
  const user = (req: PayloadRequest, found: ScimUser, status = 200): ScimAnswer => {
    const shown = showUser(found, root)
    return { status, body: projected(shown, req.searchParams), location: shown.meta.location }
  }
  const group = (req: PayloadRequest, found: ScimGroup, status = 200): ScimAnswer => {
    const shown = showGroup(found, root)
    return { status, body: projected(shown, req.searchParams), location: shown.meta.location }
  }
  const listed = (resources: readonly object[], total = resources.length, offset = 0) => ({
    status: 200,
    body: {
      schemas: [urn.list],
      totalResults: total,
      startIndex: offset + 1,
      itemsPerPage: resources.length,
      Resources: resources,
    },
  })
  const one = (all: readonly { id: string }[], id: string): ScimAnswer => {
    const found = all.find((entry) => entry.id === id)
    if (!found) throw new ScimError(404, 'There is no such description.')
    return { status: 200, body: found }
  }
  const id = (req: PayloadRequest) => pathPart(req, 'id')
  return [
    at('get', '/ServiceProviderConfig', () =>
      Promise.resolve({ status: 200, body: serviceProviderConfig }),
    ),
    at('get', '/ResourceTypes', () => Promise.resolve(listed(resourceTypes))),
    at('get', '/ResourceTypes/:id', async (req) => Promise.resolve(one(resourceTypes, id(req)))),
    at('get', '/Schemas', () => Promise.resolve(listed(schemas))),
    at('get', '/Schemas/:id', async (req) => Promise.resolve(one(schemas, id(req)))),

    at('get', '/Users', async (req) => {
      const page = readPage(req.searchParams)
      const { total, found } = await listUsers(await sqlIn(req), page)
      const shown = found.map((each) => projected(showUser(each, root), req.searchParams))
      return listed(shown, total, page.offset)
    }),
    at('post', '/Users', async (req) =>
      user(req, await createUser(req, rules, readUser(await bodyOf(req))), 201),
    ),
    at('get', '/Users/:id', async (req) => {
      const found = await findUser(await sqlIn(req), id(req))
      if (!found) throw notThere('User', id(req))
      return user(req, found)
    }),
    at('put', '/Users/:id', async (req) =>
      user(req, await changeUser(req, id(req), readUser(await bodyOf(req)))),
    ),
    at('patch', '/Users/:id', async (req) =>
      user(req, await changeUser(req, id(req), readUserPatch(await bodyOf(req)))),
    ),
    at('delete', '/Users/:id', async (req) => {
      await deleteUser(req, id(req))
      return { status: 204 }
    }),

    at('get', '/Groups', async (req) => {
      const page = readPage(req.searchParams)
      const { total, found } = await listGroups(await sqlIn(req), page)
      const shown = found.map((each) => projected(showGroup(each, root), req.searchParams))
      return listed(shown, total, page.offset)
    }),
    at('post', '/Groups', async (req) =>
      group(req, await createGroup(req, rules, readGroup(await bodyOf(req))), 201),
    ),
    at('get', '/Groups/:id', async (req) => {
      const found = await findGroup(await sqlIn(req), id(req))
      if (!found) throw notThere('Group', id(req))
      return group(req, found)
    }),
    at('put', '/Groups/:id', async (req) =>
      group(req, await changeGroup(req, rules, id(req), readGroup(await bodyOf(req)))),
    ),
    at('patch', '/Groups/:id', async (req) =>
      group(req, await changeGroup(req, rules, id(req), readGroupPatch(await bodyOf(req)))),
    ),
    at('delete', '/Groups/:id', async (req) => {
      await deleteGroup(req, rules, id(req))
      return { status: 204 }
    }),
  ]
}
