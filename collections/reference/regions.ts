import type { CollectionBeforeValidateHook, CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import { codeField, codeListField } from '#fields/code-field.ts'
import { invalidFields } from '#fields/invalid-fields.ts'
import { refuseWhilePlanned } from '#editorial/planned-texts.ts'
import { refuseWhileReferenced } from '#fields/referenced-by.ts'
import { keepSlug, slugFields } from '#fields/slug-fields.ts'
import { ags, ars, findKeyMismatch, landOfAgs, nuts3, postalCode } from '#model/codes/region.ts'
import { isRecord } from '#model/documents.ts'
import { deliverReference, withdrawReference } from '#publishing/hooks.ts'
import { deliverShowing } from '#publishing/deliver.ts'
import { proposingEndpoints } from '#reference/native-endpoints.ts'
import { proposalFields } from '#reference/proposal-field.ts'
import { referenceGroup } from './reference-group.ts'

/** A region: Land, Kreis or Gemeinde with its codes, coordinates, neighbours and place names. */
export const regions: CollectionConfig = {
  slug: 'regions',
  labels: {
    singular: { de: 'Region', en: 'Region' },
    plural: { de: 'Regionen', en: 'Regions' },
  },
  access: accessOf('regions'),
  endpoints: proposingEndpoints,
  admin: {
    useAsTitle: 'name',
    group: referenceGroup,
    defaultColumns: ['name', 'kind', 'ags', 'slug'],
  },
  hooks: {
    beforeValidate: [keepSlug, compareKeys()],
    beforeDelete: [refuseWhileReferenced, refuseWhilePlanned('regions')],
    afterChange: [deliverReference, deliverShowing('namedRegions', 'reference')],
    afterDelete: [withdrawReference],
  },
  defaultSort: 'name',
  fields: [
    ...proposalFields(),
    { name: 'name', type: 'text', required: true, index: true, label: { de: 'Name', en: 'Name' } },
    ...slugFields(),
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'gemeinde',
      label: { de: 'Art', en: 'Kind' },
      options: [
        { value: 'land', label: { de: 'Land', en: 'Land' } },
        { value: 'kreis', label: { de: 'Kreis', en: 'Kreis' } },
        { value: 'kreisfreieStadt', label: { de: 'Kreisfreie Stadt', en: 'Kreisfreie Stadt' } },
        { value: 'gemeinde', label: { de: 'Gemeinde', en: 'Gemeinde' } },
      ],
    },
    codeField({ name: 'ags', code: ags, unique: true }),
    codeField({ name: 'ars', code: ars, unique: true }),
    codeField({ name: 'nuts3', code: nuts3 }),
    codeListField({ name: 'postalCodes', code: postalCode }),
    {
      name: 'land',
      type: 'text',
      virtual: true,
      label: { de: 'Land (ISO 3166-2)', en: 'Land (ISO 3166-2)' },
      admin: { readOnly: true },
      hooks: {
        afterRead: [
          ({ siblingData }) =>
            typeof siblingData.ags === 'string' ? (landOfAgs(siblingData.ags)?.iso ?? null) : null,
        ],
      },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'latitude',
          type: 'number',
          min: -90,
          max: 90,
          label: { de: 'Breitengrad', en: 'Latitude' },
        },
        {
          name: 'longitude',
          type: 'number',
          min: -180,
          max: 180,
          label: { de: 'Längengrad', en: 'Longitude' },
        },
      ],
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'regions',
      label: { de: 'Liegt in', en: 'Lies in' },
    },
    {
      name: 'neighbours',
      type: 'relationship',
      relationTo: 'regions',
      hasMany: true,
      label: { de: 'Nachbarn', en: 'Neighbours' },
    },
    { name: 'aliases', type: 'text', hasMany: true, label: { de: 'Andere Namen', en: 'Aliases' } },
    {
      name: 'gazetteer',
      type: 'text',
      hasMany: true,
      label: { de: 'Orte und Wahrzeichen', en: 'Places and landmarks' },
    },
  ],
}

function compareKeys(): CollectionBeforeValidateHook {
  return ({ data, originalDoc, req, collection }) => {
    const stored: unknown = originalDoc
    const entry: Record<string, unknown> = { ...(isRecord(stored) ? stored : {}), ...data }
    const keys = { ags: entry.ags, ars: entry.ars }
    if (typeof keys.ags !== 'string' || typeof keys.ars !== 'string') return data
    if (ags.findProblem(keys.ags) || ars.findProblem(keys.ars)) return data
    const mismatch = findKeyMismatch({ ags: keys.ags, ars: keys.ars })
    if (!mismatch) return data
    throw invalidFields(collection.slug, [{ path: 'ars', message: mismatch }], req)
  }
}
