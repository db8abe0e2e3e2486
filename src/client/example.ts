import { createDeliveryClient, fetchPortrait, type Portrait } from './index.ts'

// A site in one file: fetches a portrait and writes it as a page.
//
//   npm run example -- pflegefachkraft koeln > portrait.html
//
// The texts of sections are HTML that the delivery plane has made safe; all else is escaped here.

const [profession = 'pflegefachkraft', region, url = 'http://localhost:3001'] =
  process.argv.slice(2)
const client = createDeliveryClient({ url })
try {
  console.log(renderPage(await fetchPortrait(client, { profession, region })))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function renderPage(portrait: Portrait): string {
  const sections = [...portrait.sections, ...(portrait.profile?.sections ?? [])]
  const jobs = portrait.jobs.items.map(
    ({ title, url, hiringOrganization }) =>
      `<li><a href="${escape(url)}">${escape(title)}</a>, ${escape(hiringOrganization)}</li>`,
  )
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>${escape(portrait.seo.title)}</title>
<script type="application/ld+json">${JSON.stringify(portrait.jsonLd).replaceAll('<', '\\u003c')}</script>
</head>
<body>
<main>
<p>${escape(portrait.kicker ?? '')}</p>
<h1>${escape(portrait.headline)}</h1>
<p>${escape(portrait.intro)}</p>
${sections.map(({ heading, html }) => `<section><h2>${escape(heading ?? '')}</h2>${html ?? ''}</section>`).join('\n')}
<section><h2>Stellen</h2><ul>${jobs.join('')}</ul></section>
</main>
</body>
</html>`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${String(sign.codePointAt(0))};`)
}
