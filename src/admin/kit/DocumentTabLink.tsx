'use client'

import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'

/** The link to a tab of the document on the screen; the tab that is open is marked, and no link. */
export function DocumentTabLink({ href, label }: { href: string; label: string }) {
  const { config } = useConfig()
  const { id, collectionSlug = '' } = useDocumentInfo()
  const current = usePathname()
  const document = `${config.routes.admin}/collections/${collectionSlug}/${String(id ?? '')}`
  const target = `${document}${href}`
  const isActive = href === '' ? current === document : current.startsWith(target)
  return (
    <Button
      aria-current={isActive ? 'page' : undefined}
      buttonStyle="tab"
      className={isActive ? 'doc-tab doc-tab--active' : 'doc-tab'}
      disabled={isActive}
      el={isActive ? 'div' : 'link'}
      margin={false}
      size="medium"
      {...(isActive ? {} : { to: target })}
    >
      <span className="doc-tab__label">{label}</span>
    </Button>
  )
}
