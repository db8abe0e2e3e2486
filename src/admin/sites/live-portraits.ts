import { isRecord } from '#model/documents.ts'

/** A portrait that is live, by the slugs under which sites ask for it. */
export interface LivePortrait {
  id: string
  profession: string
  professionName: string
  /** null: nationwide. */
  region: string | null
  regionName: string | null
}

const most = '50'

/** The portraits among what a list of texts gave; a text without its profession is none. */
export function toPortraits(documents: readonly unknown[]): LivePortrait[] {
  return documents.flatMap((document) => toPortrait(document) ?? [])
}

/** The portrait that somebody picked as long as it is among those found, else the first of them. */
export function chosenAmong(
  portraits: readonly LivePortrait[],
  picked: string | null,
): LivePortrait | null {
  return portraits.find(({ id }) => id === picked) ?? portraits[0] ?? null
}

/** The question for what is live and whose relations, those named, are called so. */
export function queryForPortraits(text: string, names: readonly string[]): string {
  const query = new URLSearchParams({
    'where[and][0][_status][equals]': 'published',
    depth: '1',
    limit: most,
    sort: '-updatedAt',
  })
  for (const name of names) query.set(`select[${name}]`, 'true')
  if (text !== '') {
    for (const [index, name] of names.entries()) {
      query.set(`where[and][1][or][${String(index)}][${name}.name][like]`, text)
    }
  }
  return query.toString()
}

function toPortrait(document: unknown): LivePortrait | null {
  if (!isRecord(document) || typeof document.id !== 'string') return null
  const profession = named(document.profession)
  if (!profession) return null
  const region = named(document.region)
  return {
    id: document.id,
    profession: profession.slug,
    professionName: profession.name,
    region: region?.slug ?? null,
    regionName: region?.name ?? null,
  }
}

function named(value: unknown): { slug: string; name: string } | null {
  if (!isRecord(value)) return null
  const { slug, name } = value
  return typeof slug === 'string' && typeof name === 'string' ? { slug, name } : null
}
