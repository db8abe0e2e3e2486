import { languageOf, malformedPath, notThere, type Refusal } from './refusals.ts'
import type { Destination } from './pages.ts'

/**
 * The page that says that there is none.
 *
 * @param destination why there is none
 */
export function answerNoPage(
  destination: Exclude<Destination, 'page'>,
  headers: Headers,
): Response {
  return plainPage(destination === 'malformed' ? malformedPath : notThere, headers)
}

/**
 * A page that says why there is no other: without a script, so that it needs nothing of the build, whose own
 * page of this kind has scripts without the number of the answer.
 *
 * @param headers those of the request
 */
export function plainPage({ status, message, retryAfter }: Refusal, headers: Headers): Response {
  const language = languageOf(headers)
  const body = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${String(status)}</title></head>
<body><h1>${String(status)}</h1><p>${message[language]}</p></body>
</html>
`
  return new Response(body, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    },
  })
}
