import type { CollectionConfig } from 'payload'

export const editorialGroup = { de: 'Redaktion', en: 'Editorial' }

/**
 * How editorial documents look in the admin: the workflow bar stands above the form, the state of
 * saving in its head, and what leads around the workflow is not offered.
 */
export const editorialAdmin: NonNullable<CollectionConfig['admin']> = {
  useAsTitle: 'headline',
  disableCopyToLocale: true,
  livePreview: {
    // A text that was never saved has no address yet.
    url: ({ collectionConfig, data }) =>
      collectionConfig && typeof data.id === 'string'
        ? `/preview/${collectionConfig.slug}/${data.id}`
        : null,
    breakpoints: [
      { name: 'desktop', label: 'Desktop', width: 1440, height: 900 },
      { name: 'phone', label: 'Smartphone', width: 390, height: 844 },
    ],
  },
  components: {
    views: {
      edit: {
        review: {
          Component: '/src/admin/review/ReviewPage.tsx#ReviewPage',
          path: '/review',
          tab: { label: ({ t }) => t('review:tab'), href: '/review', order: 150 },
        },
        history: {
          Component: '/src/admin/history/HistoryPage.tsx#HistoryPage',
          path: '/history',
          tab: { label: ({ t }) => t('history:tab'), href: '/history', order: 200 },
        },
        // Autosave rewrites Payload's versions in place; the history has every text.
        versions: { tab: { condition: () => false } },
      },
    },
    edit: {
      beforeDocumentControls: ['/src/admin/workflow/SaveState.tsx#SaveState'],
      PublishButton: '/src/admin/Nothing.tsx#Nothing',
      editMenuItems: ['/src/admin/preview/CopyPreviewLink.tsx#CopyPreviewLink'],
      UnpublishButton: '/src/admin/Nothing.tsx#Nothing',
      Status: '/src/admin/Nothing.tsx#Nothing',
    },
  },
}
