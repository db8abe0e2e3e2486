import type { Field, FieldHook } from 'payload'
import { actorOf } from '#access/actor.ts'
import { nobodyWrites, onlyPeopleRead } from '#access/rules.ts'
import { portraitEditor } from '#fields/rich-text.ts'
import { workflowField } from '#fields/workflow-field.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { berlinDay } from '#model/berlin-time.ts'
import { editorialForms, fieldNamed } from '#portrait/registry.ts'
import { authorField } from './author-field.ts'

/**
 * The fields of an editorial collection: what the registry says that a text has, with profession and
 * region in one line above it, and the bookkeeping beside it.
 */
export function editorialFields(collection: EditorialCollection): Field[] {
  const forms = editorialForms({ collection, editor: portraitEditor, onlyPeopleRead }).map(
    withoutLapsedForSites,
  )
  return [
    workflowField,
    { type: 'row', fields: forms.filter(isAddress) },
    ...forms.filter((field) => !isAddress(field)),
    ...bookkeeping,
  ]
}

/** What may be shown up to a day only is not given to a site after it, by Payload's own API either. */
function withoutLapsedForSites(form: Field): Field {
  const lapses = 'name' in form ? fieldNamed(form.name)?.kind.lapses : undefined
  if (!lapses || form.type !== 'array') return form
  const hide: FieldHook = ({ req, value }) =>
    actorOf(req).type === 'site' ? lapses.left(value, berlinDay(new Date())) : (value as unknown)
  return { ...form, hooks: { ...form.hooks, afterRead: [hide] } }
}

/** What says of which profession, in which region, a text is. */
function isAddress(field: Field): boolean {
  return 'name' in field && (field.name === 'profession' || field.name === 'region')
}

const bookkeeping: readonly Field[] = [
  {
    name: 'checks',
    type: 'ui',
    label: { de: 'Prüfung', en: 'Checks' },
    admin: {
      position: 'sidebar',
      disableListColumn: true,
      components: { Field: '/src/admin/checks/ChecksPanel.tsx#ChecksPanel' },
    },
  },
  authorField,
  {
    name: 'digest',
    type: 'text',
    index: true,
    access: { create: nobodyWrites, update: nobodyWrites },
    admin: { hidden: true },
  },
  {
    name: 'importedFrom',
    type: 'group',
    label: { de: 'Import', en: 'Import' },
    access: { read: onlyPeopleRead, create: nobodyWrites, update: nobodyWrites },
    admin: { hidden: true },
    fields: [
      { name: 'file', type: 'text' },
      { name: 'sha256', type: 'text' },
      { name: 'at', type: 'date' },
    ],
  },
]
