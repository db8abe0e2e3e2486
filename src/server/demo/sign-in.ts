import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { openSession } from '#accounts/open-session.ts'

/** Signs somebody in who has a session then, under which texts are signed, whatever people sign in by. */
export async function signIn(payload: Payload, id: string): Promise<TypedUser> {
  const req = await createLocalReq({}, payload)
  const { token } = await openSession(req, { id, method: 'start' })
  const headers = new Headers({ Authorization: `JWT ${token}` })
  const { user } = await payload.auth({ headers, req })
  if (!user) throw new Error(`The demo account ${id} cannot sign in.`)
  return user
}
