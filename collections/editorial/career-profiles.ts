import type { CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import { onlyLive, versionsWithDrafts } from '#workflow/copies.ts'
import { workflowEndpoints } from '#workflow/endpoints.ts'
import { workflowGuard } from '#workflow/guard.ts'
import { editorialAdmin, editorialGroup } from './editorial-admin.ts'
import { editorialFields } from './editorial-fields.ts'

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
  hooks: workflowGuard,
  endpoints: workflowEndpoints('career-profiles'),
  fields: editorialFields('career-profiles'),
}
