import type { CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import { refuseWhileReferenced } from '#fields/referenced-by.ts'
import { webAddressField } from '#fields/web-address.ts'
import { jobsGroup } from './jobs-group.ts'

/** Where job references come from. */
export const jobFeeds: CollectionConfig = {
  slug: 'job-feeds',
  labels: {
    singular: { de: 'Stellenfeed', en: 'Job feed' },
    plural: { de: 'Stellenfeeds', en: 'Job feeds' },
  },
  access: accessOf('job-feeds'),
  admin: { useAsTitle: 'name', group: jobsGroup },
  hooks: { beforeDelete: [refuseWhileReferenced] },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true },
    webAddressField({ name: 'url', required: true }),
    {
      name: 'format',
      type: 'select',
      required: true,
      options: [
        { value: 'personio', label: 'Personio XML' },
        { value: 'json-ld', label: 'schema.org JobPosting (JSON-LD)' },
        { value: 'indeed', label: 'Indeed XML' },
      ],
    },
    { name: 'employer', type: 'relationship', relationTo: 'employers' },
    { name: 'isActive', type: 'checkbox', defaultValue: true },
  ],
}
