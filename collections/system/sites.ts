import type { CollectionConfig } from 'payload'
import { accessOf, onlyPeopleRead } from '#access/rules.ts'
import { siteKeyEndpoints } from '#access/site-key-endpoints.ts'
import { siteKeyStrategy } from '#access/site-key-strategy.ts'
import { refuseWhileReferenced } from '#fields/referenced-by.ts'
import { originsField } from '#fields/origins-field.ts'
import { webAddressField } from '#fields/web-address.ts'
import { trialEndpoint } from '#publishing/trial/endpoint.ts'
import { webhookEndpoints } from '#publishing/webhooks/endpoints.ts'
import { recordKey, recordWebhook, siteEvents } from '#accounts/site-events.ts'
import { answerWhole } from '#record/answer-whole.ts'
import { siteTabs } from './site-tabs.ts'
import { systemGroup } from './system-group.ts'

/**
 * A front end that fetches what is live: its keys, origins, addresses and webhooks. Whether webhooks may
 * lead to addresses that are not public, and where sites read, are settings of the installation.
 */
export const sitesWith = (settings: {
  allowsPrivateWebhooks: boolean
  /** Where the sites read. */
  deliveryOrigin: string
}): CollectionConfig => ({
  slug: 'sites',
  labels: {
    singular: { de: 'Website', en: 'Site' },
    plural: { de: 'Websites', en: 'Sites' },
  },
  access: accessOf('sites'),
  auth: { disableLocalStrategy: true, strategies: [siteKeyStrategy] },
  admin: {
    useAsTitle: 'name',
    group: systemGroup,
    defaultColumns: ['name', 'updatedAt'],
    components: { views: { edit: siteTabs } },
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  hooks: {
    beforeOperation: [answerWhole],
    beforeDelete: [refuseWhileReferenced],
    afterChange: [siteEvents.change],
    afterDelete: [siteEvents.end],
  },
  endpoints: [
    ...siteKeyEndpoints(recordKey),
    ...webhookEndpoints({
      record: recordWebhook,
      allowsPrivate: settings.allowsPrivateWebhooks,
    }),
    trialEndpoint(settings.deliveryOrigin),
  ],
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, label: { de: 'Name', en: 'Name' } },
    originsField(),
    {
      name: 'regions',
      type: 'relationship',
      relationTo: 'regions',
      hasMany: true,
      label: { de: 'Nur diese Regionen', en: 'Only these regions' },
      admin: {
        description: {
          de: 'Leer: alle. Eine Region gilt mit allem, was in ihr liegt.',
          en: 'Empty: all. A region counts with all that lies in it.',
        },
      },
    },
    {
      name: 'professions',
      type: 'relationship',
      relationTo: 'professions',
      hasMany: true,
      label: { de: 'Nur diese Berufe', en: 'Only these professions' },
      admin: { description: { de: 'Leer: alle.', en: 'Empty: all.' } },
    },
    webAddressField({ name: 'previewUrl' }),
    {
      name: 'keys',
      type: 'array',
      label: { de: 'Schlüssel', en: 'Keys' },
      access: { read: onlyPeopleRead, create: () => false, update: () => false },
      admin: {
        // They have a tab of their own.
        disabled: true,
      },
      fields: [
        { name: 'label', type: 'text' },
        { name: 'prefix', type: 'text' },
        {
          name: 'hash',
          type: 'text',
          index: true,
          hidden: true,
          access: { read: () => false },
        },
        { name: 'madeAt', type: 'date' },
        { name: 'expiresAt', type: 'date' },
      ],
    },
  ],
})
