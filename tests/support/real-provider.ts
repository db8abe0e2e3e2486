import { createServer } from 'node:http'
import { Provider, type Configuration } from 'oidc-provider'
import { findFreePort } from '#server/machine/ports.ts'

export const clientId = 'berufsbild'
export const clientSecret = 'a secret of the client for the tests only'

/** Somebody whom the provider knows. */
export interface Known {
  name: string
  email: string
  email_verified: boolean
  groups: string[]
}

/** A provider of sign-ins (oidc-provider, certified) on this machine, with a page for who signs in there. */
export interface RealProvider {
  issuer: string
  /** Where somebody signs out there without having been sent. */
  endAddress: string
  /** By subject; changes are known at once. */
  people: Record<string, Known>
  close: () => Promise<void>
}

/**
 * Starts it under the name `localhost`: to a browser that is another site than 127.0.0.1.
 *
 * @param product where the product is reached
 */
export async function startRealProvider(product: string): Promise<RealProvider> {
  const issuer = `http://localhost:${String(await findFreePort())}`
  const people: RealProvider['people'] = {}
  const page = (body: string) => `<!doctype html><title>Anmeldedienst</title>${body}`
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${product}/api/sign-in/oidc/callback`],
        post_logout_redirect_uris: [`${product}/admin/login`],
        backchannel_logout_uri: `${product}/api/sign-in/oidc/backchannel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    claims: {
      openid: ['sub'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      groups: ['groups'],
    },
    cookies: { keys: ['a key for the tests only'] },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          const button = '<button form="op.logoutForm" name="logout" value="yes">Abmelden</button>'
          context.body = page(form + button)
        },
        postLogoutSuccessSource: (context) => {
          context.body = page('<p>Abgemeldet</p>')
        },
      },
    },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    // What somebody signs in to here, they have agreed to.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc
      if (!client || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile email groups')
      await grant.save()
      return grant
    },
    // Its own refuses to reach this machine.
    fetch: (url, { method, headers, body, signal } = {}) =>
      fetch(url, {
        ...(method === undefined ? {} : { method }),
        ...(headers === undefined ? {} : { headers }),
        ...(body ? { body } : {}),
        ...(signal ? { signal } : {}),
      }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  }
  const provider = new Provider(issuer, configuration)
  const answer = provider.callback()
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', issuer)
    if (!pathname.startsWith('/interaction/')) {
      void answer(request, response)
      return
    }
    const accountId = searchParams.get('as')
    if (accountId === null) {
      const links = Object.entries(people).map(
        ([subject, { name }]) => `<p><a href="${pathname}?as=${subject}">${name}</a></p>`,
      )
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(page(links.join('')))
      return
    }
    void provider.interactionFinished(request, response, { login: { accountId } })
  })
  await new Promise<void>((resolve) => server.listen(Number(new URL(issuer).port), resolve))
  return {
    issuer,
    endAddress: `${issuer}/session/end`,
    people,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}
