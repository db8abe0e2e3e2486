import { contentSecurityPolicy } from './content-security-policy.ts'
import { languageOf, malformedPath, notThere } from './refusals.ts'
import type { Destination } from './pages.ts'

/**
 * The page that says that there is none: without a script, so that it needs nothing of the build, whose own
 * page of this kind has scripts without the number of the answer.
 *
 * @param destination why there is none
 */
export function answerNoPage(
  destination: Exclude<Destination, 'page'>,
  { headers, nonce, path }: { headers: Headers; nonce: string; path: string },
): Response {
  const { status, message } = destination === 'malformed' ? malformedPath : notThere
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
      'Content-Security-Policy': contentSecurityPolicy({ nonce, path, isDevelopment: false }),
    },
  })
}
