import type { CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import { refuseWhilePlanned } from '#editorial/planned-texts.ts'
import { refuseWhileReferenced } from '#fields/referenced-by.ts'
import { webAddressField } from '#fields/web-address.ts'
import { deliverShowing } from '#publishing/deliver.ts'
import { proposingEndpoints } from '#reference/native-endpoints.ts'
import { proposalFields } from '#reference/proposal-field.ts'
import { referenceGroup } from './reference-group.ts'

/** Where a figure or a claim comes from. */
export const sources: CollectionConfig = {
  slug: 'sources',
  labels: {
    singular: { de: 'Quelle', en: 'Source' },
    plural: { de: 'Quellen', en: 'Sources' },
  },
  access: accessOf('sources'),
  endpoints: proposingEndpoints,
  admin: {
    useAsTitle: 'name',
    group: referenceGroup,
    defaultColumns: ['name', 'publisher', 'kind'],
  },
  hooks: {
    beforeDelete: [refuseWhileReferenced, refuseWhilePlanned('sources')],
    afterChange: [deliverShowing('sources', 'source')],
  },
  fields: [
    ...proposalFields(),
    { name: 'name', type: 'text', required: true, unique: true, label: { de: 'Name', en: 'Name' } },
    { name: 'publisher', type: 'text', label: { de: 'Herausgeber', en: 'Publisher' } },
    webAddressField({ name: 'url' }),
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'sonstige',
      label: { de: 'Art', en: 'Kind' },
      options: [
        { value: 'statistik', label: { de: 'Statistik', en: 'Statistics' } },
        { value: 'tarif', label: { de: 'Tarif', en: 'Collective agreement' } },
        { value: 'studie', label: { de: 'Studie', en: 'Study' } },
        { value: 'sonstige', label: { de: 'Sonstige', en: 'Other' } },
      ],
    },
    { name: 'aliases', type: 'text', hasMany: true, label: { de: 'Andere Namen', en: 'Aliases' } },
  ],
}
