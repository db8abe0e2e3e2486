import type { PayloadRequest } from 'payload'
import { writeTable, type Column } from '#model/csv-table.ts'
import { stageLabels } from '#model/stages.ts'
import { inLanguage } from '#model/text.ts'
import { nameOfEvent } from '#workflow/event-names.ts'
import { readAuditPages, type AuditEvent, type AuditFilter } from './read.ts'

/** The columns of the record as CSV: what people read first, then all that the hash covers. */
const columns: readonly Column<AuditEvent>[] = [
  { label: { de: 'Zeitpunkt', en: 'Time' }, cell: ({ at }) => at },
  {
    label: { de: 'Was', en: 'What' },
    cell: ({ transition }, language) => inLanguage(nameOfEvent(transition), language),
  },
  {
    label: { de: 'Stand vorher', en: 'Stage before' },
    cell: ({ from }, language) => (from ? inLanguage(stageLabels[from], language) : ''),
  },
  {
    label: { de: 'Stand danach', en: 'Stage after' },
    cell: ({ to }, language) => (to ? inLanguage(stageLabels[to], language) : ''),
  },
  { label: { de: 'Wer', en: 'Who' }, cell: ({ actor }) => actor?.name ?? '' },
  {
    label: { de: 'Kennung der Person', en: 'Id of the person' },
    cell: ({ actor }) => actor?.id ?? '',
  },
  { label: { de: 'Begründung', en: 'Reason' }, cell: ({ comment }) => comment ?? '' },
  { label: { de: 'Sammlung', en: 'Collection' }, cell: ({ collection }) => collection },
  { label: { de: 'Dokument', en: 'Document' }, cell: ({ document }) => document },
  { label: { de: 'Prüfsumme', en: 'Digest' }, cell: ({ digest }) => digest ?? '' },
  { label: { de: 'Art', en: 'Kind' }, cell: ({ kind }) => kind },
  { label: { de: 'Ereignis', en: 'Event' }, cell: ({ transition }) => transition },
  {
    label: { de: 'Angaben', en: 'Data' },
    cell: ({ data }) => (data === null ? '' : JSON.stringify(data)),
  },
  { label: { de: 'Nummer', en: 'Number' }, cell: ({ sequence }) => String(sequence) },
  { label: { de: 'Stelle', en: 'Position' }, cell: ({ position }) => String(position) },
  { label: { de: 'Hash davor', en: 'Hash before' }, cell: ({ previousHash }) => previousHash },
  { label: { de: 'Hash', en: 'Hash' }, cell: ({ hash }) => hash },
  {
    label: { de: 'Geleert durch', en: 'Redacted by' },
    cell: ({ redacted }) => redacted?.redaction ?? '',
  },
  {
    label: { de: 'Hash des Rests', en: 'Hash of what is left' },
    cell: ({ redacted }) => redacted?.leftHash ?? '',
  },
]

/** All events that match as CSV in the caller's language, page by page. */
export function writeAuditCsv(req: PayloadRequest, filter: AuditFilter): AsyncGenerator<string> {
  return writeTable(columns, readAuditPages(req, filter), req.i18n.language)
}
