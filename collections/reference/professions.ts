import type { CollectionConfig } from 'payload'
import { accessOf, onlyPeopleRead } from '#access/rules.ts'
import { codeField, codeListField } from '#fields/code-field.ts'
import { keepSlug, slugFields } from '#fields/slug-fields.ts'
import { refuseWhilePlanned } from '#editorial/planned-texts.ts'
import { refuseWhileReferenced } from '#fields/referenced-by.ts'
import { baJobTitle, kldb2010 } from '#model/codes/kldb.ts'
import { escoOccupation, isco08 } from '#model/codes/occupation.ts'
import { deliverShowing } from '#publishing/deliver.ts'
import { deliverReference, withdrawReference } from '#publishing/hooks.ts'
import { proposingEndpoints } from '#reference/native-endpoints.ts'
import { proposalFields } from '#reference/proposal-field.ts'
import { referenceGroup } from './reference-group.ts'

/** A profession: its names in all gender forms, its codes, and what is suggested to writers. No editorial text. */
export const professions: CollectionConfig = {
  slug: 'professions',
  labels: {
    singular: { de: 'Beruf', en: 'Profession' },
    plural: { de: 'Berufe', en: 'Professions' },
  },
  access: accessOf('professions'),
  endpoints: proposingEndpoints,
  admin: {
    useAsTitle: 'name',
    group: referenceGroup,
    defaultColumns: ['name', 'kldb2010', 'slug'],
  },
  hooks: {
    beforeValidate: [keepSlug],
    beforeDelete: [refuseWhileReferenced, refuseWhilePlanned('professions')],
    afterChange: [deliverReference, deliverShowing('namedProfessions', 'reference')],
    afterDelete: [withdrawReference],
  },
  defaultSort: 'name',
  fields: [
    ...proposalFields(),
    { name: 'name', type: 'text', required: true, unique: true, label: { de: 'Name', en: 'Name' } },
    ...slugFields(),
    {
      name: 'forms',
      type: 'group',
      label: { de: 'Formen', en: 'Forms' },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'masculine', type: 'text', label: { de: 'Männlich', en: 'Masculine' } },
            { name: 'feminine', type: 'text', label: { de: 'Weiblich', en: 'Feminine' } },
            { name: 'neutral', type: 'text', label: { de: 'Neutral', en: 'Neutral' } },
          ],
        },
      ],
    },
    {
      name: 'aliases',
      type: 'text',
      hasMany: true,
      label: { de: 'Andere Namen', en: 'Aliases' },
    },
    {
      name: 'skills',
      type: 'text',
      hasMany: true,
      label: { de: 'Übliche Kompetenzen', en: 'Usual skills' },
      // They say nothing of a text: what sites see are the skills that stand in it.
      access: { read: onlyPeopleRead },
      admin: {
        description: {
          de: 'Werden beim Schreiben vorgeschlagen. Was in einem Text steht, entscheidet der Text.',
          en: 'Suggested to whoever writes. What a text says is decided in the text.',
        },
      },
    },
    codeField({ name: 'kldb2010', code: kldb2010, index: true }),
    codeListField({ name: 'baJobTitles', code: baJobTitle }),
    codeField({ name: 'isco08', code: isco08, index: true }),
    codeField({ name: 'escoUri', code: escoOccupation }),
  ],
}
