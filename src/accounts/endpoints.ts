import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { answer, pathPart, readBody } from '#access/answer.ts'
import { requireAdmin } from '#access/require-admin.ts'
import { idText, parseInput, storableText, writtenText } from '#model/input.ts'
import { roles } from '#model/roles.ts'
import { languages } from '#model/text.ts'
import { invite, inviteAgain, revokeInvitation, type Invitation } from './invitations.ts'
import { listPeople } from './overview.ts'
import { sendInvitation } from './send-invitation.ts'

const inviteeSchema = z.strictObject({
  name: writtenText(200),
  email: storableText(254).pipe(z.email('an address of mail')),
  role: z.enum(roles),
  desks: z.array(idText).max(100).default([]),
  language: z.enum(languages).default('de'),
})

const belongsToAdmins = {
  de: 'Einladen kann nur die Verwaltung.',
  en: 'Invitations belong to the administration.',
}

/**
 * `GET /api/people` lists everybody; `POST /api/people/invitations` asks somebody in by mail, `POST
 * …/{id}/renew` sends the invitation again, `DELETE …/{id}` takes it back. `authoringOrigin` is where
 * the links in the mails lead.
 */
export const peopleEndpoints = (authoringOrigin: string): Endpoint[] => {
  const forAdmins = (work: (req: PayloadRequest) => Promise<unknown>, status = 200) => {
    return (req: PayloadRequest) =>
      answer(
        req,
        () => {
          requireAdmin(req, belongsToAdmins)
          return work(req)
        },
        status,
      )
  }
  const send = async (req: PayloadRequest, invitation: Invitation) => ({
    id: invitation.id,
    until: invitation.until.toISOString(),
    mail: await sendInvitation(req, { invitation, authoringOrigin }),
  })
  return [
    {
      path: '/people',
      method: 'get',
      handler: (req) => answer(req, async () => ({ people: await listPeople(req) })),
    },
    {
      path: '/people/invitations',
      method: 'post',
      handler: forAdmins(async (req) => {
        const body = (await readBody(req)) ?? {}
        const refusal = 'This is not a valid invitation.'
        return send(req, await invite(req, parseInput(inviteeSchema, body, refusal)))
      }, 201),
    },
    {
      path: '/people/invitations/:id/renew',
      method: 'post',
      handler: forAdmins(async (req) => send(req, await inviteAgain(req, pathPart(req, 'id')))),
    },
    {
      path: '/people/invitations/:id',
      method: 'delete',
      handler: forAdmins(async (req) => {
        await revokeInvitation(req, pathPart(req, 'id'))
        return { revoked: true }
      }),
    },
  ]
}
