import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy } from '#door/content-security-policy.ts'
import { answerNoPage } from '#door/no-page.ts'
import { destinationOf } from '#door/pages.ts'
import { answerRefusal, foreign, notThere } from '#door/refusals.ts'
import { isForeign } from '#door/same-origin.ts'
import { readOwnCookies } from '#door/session-cookie.ts'
import { isInDevelopment, readEnvironment } from '#server/configuration/environment.ts'

const own = { serverURL: readEnvironment().CMS_URL ?? '', cookiePrefix: 'payload' }

/**
 * What stands before every page: scripts run only with the number of this answer, and the cookie of a
 * session is read by its name. Where no page is, it says so itself. The API has a door of its own (src/door/guard-route.ts).
 */
export function proxy(request: NextRequest): Response {
  const headers = new Headers(request.headers)
  const cookies = headers.get('cookie')
  if (cookies !== null) headers.set('cookie', readOwnCookies(cookies, own))
  if (isForeign({ method: request.method, headers }, own)) return answerRefusal(foreign, request)
  const nonce = randomBytes(18).toString('base64')
  const { pathname: path } = request.nextUrl
  if (path.startsWith('/api/')) {
    // Next fails at what it cannot decode, before the door of the API is asked.
    return destinationOf(path) === 'malformed'
      ? answerRefusal(notThere, request)
      : NextResponse.next()
  }
  if (isInDevelopment() && path.startsWith('/_next/')) return NextResponse.next()
  const destination = destinationOf(path)
  if (destination !== 'page') return answerNoPage(destination, request.headers)
  const policy = contentSecurityPolicy({
    nonce,
    path,
    isDevelopment: isInDevelopment(),
  })
  // Next reads the number from here, and gives it to its scripts.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

export const config = { matcher: ['/((?!api/|_next/static/).*)', '/api/(.*%.*)'] }
