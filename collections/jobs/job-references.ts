import type { CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import { codeField } from '#fields/code-field.ts'
import { webAddressField } from '#fields/web-address.ts'
import { postalCode } from '#model/codes/region.ts'
import { employmentTypes } from '#model/employment-types.ts'
import { berlinDayOf } from '#model/day.ts'
import { isRecord } from '#model/documents.ts'
import { inLanguage } from '#model/text.ts'
import { jobsGroup } from './jobs-group.ts'

const endsTooEarly = {
  de: 'Die Stelle endet, bevor sie ausgeschrieben wurde.',
  en: 'The posting ends before it was posted.',
}

/** A pointer to a job posting elsewhere. It expires, and nobody edits it as text. */
export const jobReferences: CollectionConfig = {
  slug: 'job-references',
  labels: {
    singular: { de: 'Stellenverweis', en: 'Job reference' },
    plural: { de: 'Stellenverweise', en: 'Job references' },
  },
  access: accessOf('job-references'),
  admin: {
    useAsTitle: 'title',
    group: jobsGroup,
    defaultColumns: ['title', 'hiringOrganization', 'city', 'validThrough'],
  },
  indexes: [{ fields: ['feed', 'externalId'], unique: true }, { fields: ['profession', 'region'] }],
  fields: [
    { name: 'title', type: 'text', required: true, label: { de: 'Titel', en: 'Title' } },
    webAddressField({ name: 'url', required: true }),
    {
      name: 'externalId',
      type: 'text',
      required: true,
      label: { de: 'Kennung', en: 'Identifier' },
    },
    { name: 'feed', type: 'relationship', relationTo: 'job-feeds' },
    {
      name: 'hiringOrganization',
      type: 'text',
      required: true,
      label: { de: 'Arbeitgeber', en: 'Hiring organization' },
    },
    { name: 'employer', type: 'relationship', relationTo: 'employers' },
    { name: 'profession', type: 'relationship', relationTo: 'professions', index: true },
    { name: 'region', type: 'relationship', relationTo: 'regions', index: true },
    { name: 'city', type: 'text', label: { de: 'Ort', en: 'City' } },
    codeField({ name: 'postalCode', code: postalCode }),
    { name: 'employmentType', type: 'select', hasMany: true, options: [...employmentTypes] },
    { name: 'datePosted', type: 'date', required: true },
    {
      name: 'validThrough',
      type: 'date',
      index: true,
      // What is over already stays: feeds bring it, and it is shown no more. By days, since feeds have no times.
      validate: (until, { siblingData, req }) => {
        const posted = isRecord(siblingData) ? berlinDayOf(siblingData.datePosted) : undefined
        const last = berlinDayOf(until)
        return posted === undefined || last === undefined || last >= posted
          ? true
          : inLanguage(endsTooEarly, req.i18n.language)
      },
    },
    { name: 'isRemote', type: 'checkbox', defaultValue: false },
  ],
}
