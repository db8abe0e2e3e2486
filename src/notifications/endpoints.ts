import type { Endpoint } from 'payload'
import * as z from 'zod'
import { answer, queryOf, readBody } from '#access/answer.ts'
import { cursorText, idText, parseInput } from '#model/input.ts'
import { requirePerson } from '#access/require-person.ts'
import { markRead, readInbox } from './inbox.ts'
import { mailModes, notificationKinds } from './kinds.ts'
import { changePreferences, readPreferences } from './preferences.ts'

const inboxSchema = z.strictObject({
  unread: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: cursorText(z.tuple([z.int().min(0)])).optional(),
})

const readSchema = z.union([
  z.strictObject({ ids: z.array(idText).min(1).max(500) }),
  z.strictObject({ all: z.literal(true) }),
])

const preferencesSchema = z.partialRecord(z.enum(notificationKinds), z.enum(mailModes).nullable())

/**
 * `GET /api/inbox?unread=&limit=&cursor=`, `POST /api/inbox/read` with `{ ids }` or `{ all: true }`,
 * and `GET`, `PATCH /api/inbox/preferences`: to each person their own.
 */
export const inboxEndpoints: Endpoint[] = [
  {
    path: '/inbox',
    method: 'get',
    handler: (req) =>
      answer(req, () => {
        requirePerson(req)
        const { unread, limit, cursor } = parseInput(
          inboxSchema,
          queryOf(req),
          'These are not valid parameters of the inbox.',
        )
        return readInbox(req, {
          isUnreadOnly: unread === 'true',
          limit,
          after: cursor?.[0] ?? null,
        })
      }),
  },
  {
    path: '/inbox/read',
    method: 'post',
    handler: (req) =>
      answer(req, async () => {
        requirePerson(req)
        const body = (await readBody(req)) ?? {}
        return markRead(req, parseInput(readSchema, body, 'Name the ids, or say all: true.'))
      }),
  },
  {
    path: '/inbox/preferences',
    method: 'get',
    handler: (req) => answer(req, () => readPreferences(req)),
  },
  {
    path: '/inbox/preferences',
    method: 'patch',
    handler: (req) =>
      answer(req, async () => {
        requirePerson(req)
        const body = (await readBody(req)) ?? {}
        const change = parseInput(preferencesSchema, body, 'These are not valid preferences.')
        return changePreferences(req, change)
      }),
  },
]
