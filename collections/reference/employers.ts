import type { CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import { refuseWhileReferenced } from '#fields/referenced-by.ts'
import { keepSlug, slugFields } from '#fields/slug-fields.ts'
import { webAddressField } from '#fields/web-address.ts'
import { proposingEndpoints } from '#reference/native-endpoints.ts'
import { proposalFields } from '#reference/proposal-field.ts'
import { referenceGroup } from './reference-group.ts'

/** Who offers jobs. */
export const employers: CollectionConfig = {
  slug: 'employers',
  labels: {
    singular: { de: 'Arbeitgeber', en: 'Employer' },
    plural: { de: 'Arbeitgeber', en: 'Employers' },
  },
  access: accessOf('employers'),
  endpoints: proposingEndpoints,
  admin: { useAsTitle: 'name', group: referenceGroup },
  hooks: { beforeValidate: [keepSlug], beforeDelete: [refuseWhileReferenced] },
  fields: [
    ...proposalFields(),
    { name: 'name', type: 'text', required: true, label: { de: 'Name', en: 'Name' } },
    ...slugFields(),
    webAddressField({ name: 'url' }),
    {
      name: 'regions',
      type: 'relationship',
      relationTo: 'regions',
      hasMany: true,
      label: { de: 'Regionen', en: 'Regions' },
    },
  ],
}
