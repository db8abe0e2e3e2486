import type { DocumentTabServerProps } from 'payload'
import { isRecord } from '#model/documents.ts'
import { DocumentTabLink } from './DocumentTabLink.tsx'

/**
 * A tab of a document, as an item of the list that Payload puts its tabs into: its own are none, and
 * a screen reader would be told of a list without items.
 */
export function DocumentTab({ path, collectionConfig, req }: DocumentTabServerProps) {
  const views: unknown = collectionConfig?.admin.components?.views?.edit
  return (
    <li>
      <DocumentTabLink href={path === '/' ? '' : path} label={labelOf(views, path, req.i18n.t)} />
    </li>
  )
}

/** What a tab is called: as its view says, or as Payload calls its own. */
function labelOf(views: unknown, path: string, t: (word: 'general:edit') => string): string {
  const view = Object.values(isRecord(views) ? views : {})
    .filter(isRecord)
    .find((one) => one.path === path)
  const label: unknown = isRecord(view?.tab) ? view.tab.label : undefined
  if (typeof label === 'function') {
    const said: unknown = Reflect.apply(label, undefined, [{ t }])
    return String(said)
  }
  if (typeof label === 'string') return label
  return path === '/' ? t('general:edit') : 'API'
}
