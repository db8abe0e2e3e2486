import type { CollectionConfig } from 'payload'

export const editorialGroup = { de: 'Redaktion', en: 'Editorial' }

/**
 * How editorial documents look in the admin: the workflow bar stands where Payload has its publish
 * button, and what leads around the workflow is not offered.
 */
export const editorialAdmin: NonNullable<CollectionConfig['admin']> = {
  useAsTitle: 'headline',
  disableCopyToLocale: true,
  components: {
    edit: {
      PublishButton: '/src/admin/WorkflowBar.tsx#WorkflowBar',
      UnpublishButton: '/src/admin/Nothing.tsx#Nothing',
      Status: '/src/admin/Nothing.tsx#Nothing',
    },
  },
}
