import type { CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import { refuseWhileReferenced } from '#fields/referenced-by.ts'
import { deskEvents } from '#accounts/account-events.ts'
import { keepDeskThatGives } from '#workflow/keep-givers.ts'
import { answerWhole } from '#record/answer-whole.ts'
import { sayWhatIsMeant } from './desk-flags.ts'
import { systemGroup } from './system-group.ts'

const emptyCoversNothing = {
  de: 'Leer: Das Ressort ist für keine Texte da.',
  en: 'Empty: the desk answers for no texts.',
}

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
    beforeOperation: [sayWhatIsMeant, answerWhole],
    beforeDelete: [refuseWhileReferenced, keepDeskThatGives],
    afterChange: [deskEvents.change],
    afterDelete: [deskEvents.end],
  },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, label: { de: 'Name', en: 'Name' } },
    {
      name: 'allRegions',
      type: 'checkbox',
      label: { de: 'Alle Regionen', en: 'All regions' },
    },
    {
      name: 'regions',
      type: 'relationship',
      relationTo: 'regions',
      hasMany: true,
      label: { de: 'Regionen', en: 'Regions' },
      admin: { condition: (data) => data.allRegions !== true, description: emptyCoversNothing },
    },
    {
      name: 'allProfessions',
      type: 'checkbox',
      label: { de: 'Alle Berufe', en: 'All professions' },
    },
    {
      name: 'professions',
      type: 'relationship',
      relationTo: 'professions',
      hasMany: true,
      label: { de: 'Berufe', en: 'Professions' },
      admin: { condition: (data) => data.allProfessions !== true, description: emptyCoversNothing },
    },
  ],
}
