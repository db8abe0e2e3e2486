import type { CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import { refuseWhileReferenced } from '#fields/referenced-by.ts'
import { recordDeskChange, recordDeskEnd } from '#accounts/account-events.ts'
import { systemGroup } from './system-group.ts'

/** A desk: the regions, the professions, or both, that its editors answer for. */
export const desks: CollectionConfig = {
  slug: 'desks',
  labels: {
    singular: { de: 'Ressort', en: 'Desk' },
    plural: { de: 'Ressorts', en: 'Desks' },
  },
  access: accessOf('desks'),
  admin: { useAsTitle: 'name', group: systemGroup },
  hooks: {
    beforeDelete: [refuseWhileReferenced],
    afterChange: [recordDeskChange],
    afterDelete: [recordDeskEnd],
  },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, label: { de: 'Name', en: 'Name' } },
    {
      name: 'regions',
      type: 'relationship',
      relationTo: 'regions',
      hasMany: true,
      label: { de: 'Regionen', en: 'Regions' },
    },
    {
      name: 'professions',
      type: 'relationship',
      relationTo: 'professions',
      hasMany: true,
      label: { de: 'Berufe', en: 'Professions' },
    },
  ],
}
