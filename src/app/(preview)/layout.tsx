import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import './preview.css'

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** The shell of the preview: German, and nothing of Payload's. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="de">
      <body>{children}</body>
    </html>
  )
}
