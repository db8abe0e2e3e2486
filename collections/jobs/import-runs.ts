import type { CollectionConfig } from 'payload'
import { jsonWithin } from '#model/json-limits.ts'
import { accessOf } from '#access/rules.ts'
import { jobsGroup } from './jobs-group.ts'

/** What one import did: written by the importer, read by people. */
export const importRuns: CollectionConfig = {
  slug: 'import-runs',
  labels: {
    singular: { de: 'Importlauf', en: 'Import run' },
    plural: { de: 'Importläufe', en: 'Import runs' },
  },
  access: accessOf('import-runs'),
  admin: {
    useAsTitle: 'startedAt',
    group: jobsGroup,
    defaultColumns: ['startedAt', 'startedBy', 'created', 'updated', 'unchanged', 'failed'],
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: { de: 'Was', en: 'What' },
      options: [{ value: 'portraits', label: { de: 'Porträts', en: 'Portraits' } }],
    },
    {
      name: 'startedAt',
      type: 'date',
      required: true,
      label: { de: 'Begonnen', en: 'Started' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'finishedAt',
      type: 'date',
      label: { de: 'Letzte Datei', en: 'Last file' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'startedBy',
      type: 'relationship',
      relationTo: 'users',
      label: { de: 'Von', en: 'By' },
    },
    { name: 'created', type: 'number', required: true, label: { de: 'Angelegt', en: 'Created' } },
    { name: 'updated', type: 'number', required: true, label: { de: 'Geändert', en: 'Updated' } },
    {
      name: 'unchanged',
      type: 'number',
      required: true,
      label: { de: 'Unverändert', en: 'Unchanged' },
    },
    {
      name: 'failed',
      type: 'number',
      required: true,
      label: { de: 'Nicht übernommen', en: 'Not imported' },
    },
    {
      name: 'report',
      type: 'json',
      // An entry a file, and a run may have thousands: only the importer writes here.
      custom: jsonWithin({ longest: 20_000_000, deepest: 64 }),
      label: { de: 'Bericht', en: 'Report' },
      admin: { components: { Field: '/src/admin/import/RunReport.tsx#RunReport' } },
    },
  ],
}
