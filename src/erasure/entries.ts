import type { BilingualText } from '#model/text.ts'

const professions = { de: 'Berufe', en: 'Professions' }
const regions = { de: 'Regionen', en: 'Regions' }
const sources = { de: 'Quellen', en: 'Sources' }
const employers = { de: 'Arbeitgeber', en: 'Employers' }
const sites = { de: 'Websites', en: 'Sites' }
const webhooks = { de: 'Webhooks', en: 'Webhooks' }

/**
 * Tables of what holds now, with the columns of words: nothing of them is the past. Who wants words gone changes
 * the entry, or deletes it; what it said before is in its events, which can be erased.
 */
export const entries: readonly {
  table: string
  columns: readonly string[]
  label: BilingualText
}[] = [
  {
    table: 'professions',
    columns: ['name', 'slug', 'forms_feminine', 'forms_masculine', 'forms_neutral', 'esco_uri'],
    label: professions,
  },
  { table: 'professions_texts', columns: ['text'], label: professions },
  { table: 'regions', columns: ['name', 'slug'], label: regions },
  { table: 'regions_texts', columns: ['text'], label: regions },
  { table: 'sources', columns: ['name', 'publisher', 'url'], label: sources },
  { table: 'sources_texts', columns: ['text'], label: sources },
  { table: 'employers', columns: ['name', 'slug', 'url'], label: employers },
  { table: 'employers_texts', columns: ['text'], label: employers },
  {
    table: 'job_references',
    columns: ['title', 'hiring_organization', 'city', 'postal_code', 'external_id', 'url'],
    label: { de: 'Stellenanzeigen', en: 'Job references' },
  },
  { table: 'job_feeds', columns: ['name', 'url'], label: { de: 'Feeds', en: 'Job feeds' } },
  { table: 'desks', columns: ['name'], label: { de: 'Ressorts', en: 'Desks' } },
  { table: 'sites', columns: ['name', 'preview_url'], label: sites },
  { table: 'sites_texts', columns: ['text'], label: sites },
  { table: 'sites_keys', columns: ['label'], label: { de: 'Schlüssel', en: 'Keys of sites' } },
  { table: 'webhooks', columns: ['url', 'last_error'], label: webhooks },
  { table: 'webhook_deliveries', columns: ['last_error'], label: webhooks },
  {
    table: 'provisioned_groups',
    columns: ['display_name', 'external_id'],
    label: { de: 'Gruppen des Verzeichnisses', en: 'Groups of the directory' },
  },
]
