import type { CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import { onlyLive, versionsWithDrafts } from '#editorial/copies.ts'
import { editorialAdmin, editorialGroup } from './editorial-admin.ts'
import { editorialEndpoints } from './editorial-endpoints.ts'
import { editorialFields } from './editorial-fields.ts'
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
  fields: editorialFields('regional-sections'),
}
