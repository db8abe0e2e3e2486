import type { CollectionConfig, EditConfig } from 'payload'

const Component = '/src/admin/kit/DocumentTab.tsx#DocumentTab'

/** Shows the tabs of a collection's documents as items of their list: see the component. */
export function withDocumentTabs(collection: CollectionConfig): CollectionConfig {
  const { admin = {} } = collection
  const { components = {} } = admin
  const { views = {} } = components
  const own: EditConfig = views.edit ?? {}
  const edit = Object.fromEntries(
    Object.entries({ default: {}, api: {}, ...own }).map(([name, view]) => {
      const hasTab = name === 'default' || name === 'api' || 'tab' in view
      return [name, hasTab ? { ...view, tab: { ...tabOf(view), Component } } : view]
    }),
  )
  return {
    ...collection,
    admin: { ...admin, components: { ...components, views: { ...views, edit } } },
  }
}

function tabOf(view: object): object {
  const tab: unknown = Reflect.get(view, 'tab')
  return typeof tab === 'object' && tab !== null ? tab : {}
}
