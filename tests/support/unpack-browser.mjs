import chromium from '@sparticuz/chromium'

// Unpacks the browser of the npm package below TMPDIR: the package asks for that variable, and for no
// other place. A process of its own, so that nobody else's TMPDIR is changed.

await chromium.executablePath()
