import { inLanguage, type Language } from '#model/text.ts'
import { refusals, type Refusal } from './refusals.ts'

const words = {
  goOn: { de: 'Weiter zur Redaktion', en: 'Go on to the newsroom' },
  back: { de: 'Zurück zur Anmeldung', en: 'Back to the sign-in' },
}

/**
 * A page that leads on to one of our own. After a redirect from another site a browser keeps the cookie of
 * the session to itself; a page of ours it sends it with. It needs no script.
 *
 * @param path a path of ours
 */
export function goOnPage(path: string, language: Language): string {
  return page({ path, language, text: '', link: inLanguage(words.goOn, language) })
}

/** A page that says why somebody is not signed in, and leads back to where they can try again. */
export function refusalPage(refusal: Refusal, language: Language): string {
  return page({
    path: `/admin/login?signIn=${refusal}`,
    language,
    text: inLanguage(refusals[refusal].text, language),
    link: inLanguage(words.back, language),
  })
}

/** Answers with a page of these: it loads nothing, runs nothing, and is kept by nobody. */
export function htmlPage(html: string, status: number, cookies: readonly string[]): Response {
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
  })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(html, { status, headers })
}

function page(content: { path: string; language: Language; text: string; link: string }): string {
  const path = escape(content.path)
  return `<!doctype html>
<html lang="${content.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${path}">
<title>Berufsbild</title>
</head>
<body>
<p>${escape(content.text)}</p>
<p><a href="${path}">${escape(content.link)}</a></p>
</body>
</html>
`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
