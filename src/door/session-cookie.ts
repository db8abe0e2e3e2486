import type { OwnAddress } from './same-origin.ts'

// Where the CMS is reached over https, the cookie of a session has a name that begins with `__Host-`: a
// browser takes it only from this host, over https, for every path; nobody beside us in the domain, and
// nobody on the way, can plant one. Payload knows one prefix for all its cookies, some of which its pages
// write themselves, so the door gives this one its name.

/** What a browser sends, as Payload reads it. A cookie of the other name is none of ours. */
export function readOwnCookies(cookies: string, own: OwnAddress): string {
  if (!isSecure(own)) return cookies
  const [inside, outside] = namesFor(own)
  return cookies
    .split(';')
    .map((pair) => pair.trim())
    .flatMap((pair) => {
      const [name = ''] = pair.split('=', 1)
      if (name === inside) return []
      return name === outside ? [`${inside}${pair.slice(name.length)}`] : [pair]
    })
    .join('; ')
}

/** A line of `Set-Cookie` as Payload writes it, as the browser gets it. */
export function writeOwnCookie(line: string, own: OwnAddress): string {
  const [inside, outside] = namesFor(own)
  return isSecure(own) && line.startsWith(`${inside}=`)
    ? `${outside}${line.slice(inside.length)}`
    : line
}

/** A request whose cookies are read as ours. */
export function withOwnCookies(request: Request, own: OwnAddress): Request {
  const cookies = request.headers.get('cookie')
  if (cookies === null || !isSecure(own)) return request
  const headers = new Headers(request.headers)
  headers.set('cookie', readOwnCookies(cookies, own))
  // What has a body is read by the door afterwards, and made anew there.
  return new Request(request, { headers })
}

/** An answer whose cookies have the names that browsers get. */
export function withNamedCookies(response: Response, own: OwnAddress): Response {
  const lines = response.headers.getSetCookie()
  if (lines.length === 0 || !isSecure(own)) return response
  const headers = new Headers(response.headers)
  headers.delete('set-cookie')
  for (const line of lines) headers.append('set-cookie', writeOwnCookie(line, own))
  const { status, statusText } = response
  return new Response(response.body, { status, statusText, headers })
}

function isSecure({ serverURL }: OwnAddress): boolean {
  return serverURL.startsWith('https:')
}

function namesFor({ cookiePrefix }: OwnAddress): [inside: string, outside: string] {
  const inside = `${cookiePrefix}-token`
  return [inside, `__Host-${inside}`]
}
