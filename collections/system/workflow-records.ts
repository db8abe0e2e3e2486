import type { CollectionConfig } from 'payload'
import { accessOf } from '#access/rules.ts'
import type { GuardedCollection } from '#access/table.ts'
import { stages } from '#model/stages.ts'
import { systemGroup } from './system-group.ts'

/** Where each document stands. Written by the commands of the workflow only, in SQL. */
export const workflowStates = record({
  slug: 'workflow-states',
  labels: {
    singular: { de: 'Stand', en: 'Workflow state' },
    plural: { de: 'Stände', en: 'Workflow states' },
  },
  fields: [
    { name: 'documentCollection', type: 'text', required: true, index: true },
    { name: 'stage', type: 'select', required: true, index: true, options: [...stages] },
    { name: 'digest', type: 'text', required: true },
    { name: 'round', type: 'number', required: true },
    { name: 'contributors', type: 'json', required: true },
    { name: 'liveDigest', type: 'text' },
    { name: 'liveRound', type: 'number' },
    { name: 'livePublishedAt', type: 'date', index: true },
  ],
})

/** Signatures under digests; append-only by trigger. */
export const workflowApprovals = record({
  slug: 'workflow-approvals',
  labels: {
    singular: { de: 'Freigabe', en: 'Approval' },
    plural: { de: 'Freigaben', en: 'Approvals' },
  },
  fields: [
    { name: 'documentCollection', type: 'text', required: true },
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'round', type: 'number', required: true },
    { name: 'approvedBy', type: 'text', required: true },
    { name: 'approvedByName', type: 'text', required: true },
    { name: 'approvedAs', type: 'text' },
    { name: 'comment', type: 'textarea' },
    // Which difference was seen, its risk, and how many signatures it asked for.
    { name: 'seenFrom', type: 'text' },
    { name: 'risk', type: 'text' },
    { name: 'required', type: 'number' },
  ],
})

/**
 * What happened, in order: to documents, and to accounts, desks, sites and settings. Append-only and
 * hash-chained by trigger.
 */
export const workflowEvents = record({
  slug: 'workflow-events',
  labels: {
    singular: { de: 'Ereignis', en: 'Workflow event' },
    plural: { de: 'Ereignisse', en: 'Workflow events' },
  },
  fields: [
    { name: 'documentCollection', type: 'text', required: true },
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'kind', type: 'text', required: true, defaultValue: 'workflow', index: true },
    { name: 'transition', type: 'text', required: true },
    { name: 'fromStage', type: 'text' },
    { name: 'toStage', type: 'text' },
    { name: 'digest', type: 'text' },
    { name: 'actor', type: 'text', index: true },
    { name: 'actorName', type: 'text' },
    { name: 'comment', type: 'textarea' },
    { name: 'data', type: 'json' },
  ],
})

function record(
  config: Pick<CollectionConfig, 'labels' | 'fields'> & { slug: GuardedCollection },
): CollectionConfig {
  return {
    ...config,
    access: accessOf(config.slug),
    admin: { group: systemGroup, hidden: ({ user }) => user.role !== 'admin' },
    disableBulkEdit: true,
    disableDuplicate: true,
    lockDocuments: false,
  }
}
