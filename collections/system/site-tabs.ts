import type { EditConfig } from 'payload'

/** What stands beside the fields of a site, each in a tab of its own. */
export const siteTabs: EditConfig = {
  keys: {
    Component: '/src/admin/sites/KeysTab.tsx#KeysTab',
    path: '/keys',
    tab: { label: ({ t }) => t('sites:keys'), href: '/keys', order: 200 },
  },
  webhooks: {
    Component: '/src/admin/sites/WebhooksTab.tsx#WebhooksTab',
    path: '/webhooks',
    tab: { label: ({ t }) => t('sites:webhooks'), href: '/webhooks', order: 210 },
  },
  trial: {
    Component: '/src/admin/sites/TrialTab.tsx#TrialTab',
    path: '/trial',
    tab: { label: ({ t }) => t('sites:trial'), href: '/trial', order: 220 },
  },
}
