import type { CollectionConfig } from 'payload'
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
    defaultColumns: ['startedAt', 'kind', 'created', 'updated', 'unchanged', 'failed'],
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'kind', type: 'select', required: true, options: ['portraits'] },
    { name: 'startedAt', type: 'date', required: true },
    { name: 'finishedAt', type: 'date' },
    { name: 'startedBy', type: 'relationship', relationTo: 'users' },
    { name: 'created', type: 'number', required: true },
    { name: 'updated', type: 'number', required: true },
    { name: 'unchanged', type: 'number', required: true },
    { name: 'failed', type: 'number', required: true },
    { name: 'report', type: 'json' },
  ],
}
