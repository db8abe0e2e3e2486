import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // Names of errors are told in logs and answers, so the server's code keeps its names.
  experimental: { serverMinification: false },
  // Types are checked by `npm run check`; a start does not wait for them again.
  typescript: { ignoreBuildErrors: true },
  redirects: () => Promise.resolve([{ source: '/', destination: '/admin', permanent: false }]),
}

export default withPayload(config)
