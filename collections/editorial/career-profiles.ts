import type { CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import { onlyLive, versionsWithDrafts } from '#editorial/copies.ts'
import { editorialAdmin, editorialGroup } from './editorial-admin.ts'
import { editorialEndpoints } from './editorial-endpoints.ts'
import { editorialFields } from './editorial-fields.ts'
import { editorialHooks } from './editorial-hooks.ts'

/** The editorial text on one profession, valid nationwide: one a profession. */
export const careerProfiles: CollectionConfig = {
  slug: 'career-profiles',
  labels: {
    singular: { de: 'Berufsprofil', en: 'Career profile' },
    plural: { de: 'Berufsprofile', en: 'Career profiles' },
  },
  access: accessOf('career-profiles', { live: onlyLive }),
  admin: {
    ...editorialAdmin,
    group: editorialGroup,
    defaultColumns: ['headline', 'profession', 'author', 'updatedAt'],
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  versions: versionsWithDrafts,
  hooks: editorialHooks,
  endpoints: editorialEndpoints('career-profiles'),
  fields: editorialFields('career-profiles'),
}
