/** What of the configuration says whose request is our own. */
export interface OwnAddress {
  /** Scheme and host where the product is reached, as `https://cms.example.org`; '' where nobody has said. */
  serverURL: string
  /** What the name of the cookie of a session begins with. */
  cookiePrefix: string
}

/** What of a request says who sends it, and whether it changes something. */
type Sent = Pick<Request, 'headers' | 'method'>

/** Whether a request changes nothing, by its method. */
export function isReading({ method }: Sent): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/**
 * Whether a request may be somebody else's page acting through the browser of whoever sits before it: in their
 * name, by the cookie that the browser sends along, or to sign them in as somebody else, whom they would then write
 * for. It changes something, and neither its `Origin` nor its `Sec-Fetch-Site` says that it comes from our own
 * pages. Another port of the same host is another origin, though the browser sends it the same cookies. A
 * program names no page; once it is signed in, it is so by a token in a header, which no page can send for it.
 */
export function isForeign(request: Sent, own: OwnAddress): boolean {
  const { headers } = request
  if (isReading(request) || hasToken(headers)) return false
  const origin = headers.get('origin')
  if (origin !== null) return !isOwn(origin, headers, own)
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin'
  return hasCookie(headers, `${own.cookiePrefix}-token`)
}

/** A token that Payload signs in by. What a browser adds itself, for a proxy (Basic, Negotiate), is none. */
function hasToken(headers: Headers): boolean {
  return /^(?:JWT|Bearer|[\w-]+ API-Key) \S/.test(headers.get('authorization') ?? '')
}

function isOwn(origin: string, headers: Headers, { serverURL }: OwnAddress): boolean {
  if (serverURL !== '') return origin === new URL(serverURL).origin
  // Behind a proxy that names another host, the browser's own word counts.
  if (headers.get('sec-fetch-site') === 'same-origin') return true
  const host = headers.get('host') ?? ''
  return origin === `http://${host}` || origin === `https://${host}`
}

function hasCookie(headers: Headers, name: string): boolean {
  const cookies = headers.get('cookie') ?? ''
  return cookies.split(';').some((pair) => pair.split('=', 1)[0]?.trim() === name)
}
