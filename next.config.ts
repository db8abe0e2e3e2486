import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

/** What no page of ours asks of a browser, so that nothing that gets into one can. */
const unusedFeatures = ['camera', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ')

const config: NextConfig = {
  poweredByHeader: false,
  // It starts threads of its own from files of its own.
  serverExternalPackages: ['piscina'],
  // Names of errors are told in logs and answers, so the server's code keeps its names.
  experimental: { serverMinification: false },
  // Types are checked by `npm run check`; a start does not wait for them again.
  typescript: { ignoreBuildErrors: true },
  headers: () =>
    Promise.resolve([
      {
        source: '/:path*',
        headers: [
          // What was uploaded is what its type says, whatever a browser would make of its bytes.
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          // Nobody approves by a click into a frame that they do not see.
          { key: 'X-Frame-Options', value: 'DENY' },
          { key: 'Permissions-Policy', value: unusedFeatures },
        ],
      },
      // Pages have a policy of their own (src/proxy.ts). What the API answers is no page.
      {
        source: '/api/:path*',
        headers: [
          { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
        ],
      },
      // A link to a text that is not published: nobody finds it, or learns it from where a reader goes
      // next.
      ...['/preview/:path*', '/expert/:path*'].map((source) => ({
        source,
        headers: [
          { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
          { key: 'Referrer-Policy', value: 'no-referrer' },
          { key: 'Cache-Control', value: 'private, no-store' },
        ],
      })),
      // The form shows the preview beside itself.
      {
        source: '/preview/:collection/:id',
        headers: [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }],
      },
    ]),
  redirects: () =>
    Promise.resolve([
      { source: '/', destination: '/admin', permanent: false },
      // Where Payload would list editorial documents, the newsroom's own list knows their workflow.
      ...['career-profiles', 'regional-sections'].map((collection) => ({
        source: `/admin/collections/${collection}`,
        destination: `/admin/texts?collection=${collection}`,
        permanent: false,
      })),
    ]),
}

export default withPayload(config)
