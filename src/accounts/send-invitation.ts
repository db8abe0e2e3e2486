import type { PayloadRequest } from 'payload'
import { requirePerson } from '#access/require-person.ts'
import type { Invitation } from './invitations.ts'
import { composeInvitation, passwordLink } from './mails.ts'

/**
 * What became of the mail: it is with the mail server, it lies in the data folder because there is no
 * mail server, or the server did not take it.
 */
export type MailOutcome =
  { status: 'sent' } | { status: 'kept' } | { status: 'failed'; reason: string }

/**
 * Sends an invitation, after it was committed: at once, for whoever invites waits for the outcome. A
 * mail that fails leaves the invitation as it is; it can be sent again.
 */
export async function sendInvitation(
  req: PayloadRequest,
  options: { invitation: Invitation; authoringOrigin: string },
): Promise<MailOutcome> {
  const { invitation, authoringOrigin } = options
  const { id, name, email, language, token, until } = invitation
  const { email: mail, logger } = req.payload
  const { subject, text } = composeInvitation({
    name,
    inviter: requirePerson(req).name,
    link: passwordLink(authoringOrigin, token),
    until,
    language,
  })
  try {
    await req.payload.sendEmail({ to: { name, address: email }, subject, text })
    return { status: mail.name === 'folder' ? 'kept' : 'sent' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    logger.warn({ msg: 'An invitation could not be sent.', person: id, reason })
    return { status: 'failed', reason }
  }
}
