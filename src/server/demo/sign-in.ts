import type { Payload, TypedUser } from 'payload'

/** Signs in as people do: with a session, under which texts are signed. */
export async function signIn(
  payload: Payload,
  data: { email: string; password: string },
): Promise<TypedUser> {
  const { token } = await payload.login({ collection: 'users', data })
  const headers = new Headers({ Authorization: `JWT ${token ?? ''}` })
  const { user } = await payload.auth({ headers })
  if (!user) throw new Error(`The demo account ${data.email} cannot sign in.`)
  return user
}
