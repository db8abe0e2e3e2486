/**
 * What a page may load and who may show it, after CSP level 3: scripts only with the number of the answer,
 * and what those load; styles inline too, which Payload's forms and React need; nothing from elsewhere, and
 * no frame but the preview, which the form shows beside itself.
 *
 * @param options.nonce random, of this answer alone
 */
export function contentSecurityPolicy(options: {
  nonce: string
  path: string
  isDevelopment: boolean
}): string {
  const { nonce, path, isDevelopment } = options
  // What the form shows beside itself; not one of its versions, nor what a link leads to.
  const isInForm = /^\/preview\/[^/]+\/[^/]+\/?$/.test(path)
  return [
    "default-src 'self'",
    // React says more about errors in development, by eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isInForm ? "'self'" : "'none'"}`,
  ].join('; ')
}
