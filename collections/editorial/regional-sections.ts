import type { CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import { editorialFields } from '#fields/editorial-fields.ts'
import { workflowField } from '#fields/workflow-field.ts'
import { onlyLive, versionsWithDrafts } from '#workflow/copies.ts'
import { editorialAdmin, editorialGroup } from './editorial-admin.ts'
import { editorialEndpoints } from './editorial-endpoints.ts'
import { editorialHooks } from './editorial-hooks.ts'

/** The editorial text on one profession in one region: one a pair. */
export const regionalSections: CollectionConfig = {
  slug: 'regional-sections',
  labels: {
    singular: { de: 'Regionaltext', en: 'Regional section' },
    plural: { de: 'Regionaltexte', en: 'Regional sections' },
  },
  access: accessOf('regional-sections', { live: onlyLive }),
  admin: {
    ...editorialAdmin,
    group: editorialGroup,
    defaultColumns: ['headline', 'profession', 'region', 'author', 'updatedAt'],
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  versions: versionsWithDrafts,
  hooks: editorialHooks,
  endpoints: editorialEndpoints('regional-sections'),
  indexes: [{ fields: ['profession', 'region'], unique: true }],
  fields: [
    workflowField,
    {
      type: 'row',
      fields: [
        {
          name: 'profession',
          type: 'relationship',
          relationTo: 'professions',
          required: true,
          index: true,
          label: { de: 'Beruf', en: 'Profession' },
        },
        {
          name: 'region',
          type: 'relationship',
          relationTo: 'regions',
          required: true,
          index: true,
          label: { de: 'Region', en: 'Region' },
        },
      ],
    },
    ...editorialFields(),
  ],
}
