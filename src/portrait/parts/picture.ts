import { Type } from '@sinclair/typebox'
import { relationId } from '#model/documents.ts'
import type { Parts, Referred } from '../kinds/field.ts'
import { deliveredAs, rows } from '../kinds/composite.ts'
import { asStored } from '../kinds/parts.ts'
import { relation } from '../kinds/relations.ts'
import { wording } from '../kinds/simple.ts'
import { Picture, ref } from '../kinds/shapes.ts'
import { numberIn, rowsIn, nonEmptyText } from '../kinds/values.ts'

const pictureParts = {
  file: {
    label: { de: 'Bilddatei', en: 'Picture file' },
    kind: relation({
      to: 'media',
      form: () => ({ required: true }),
      shape: Type.Null(),
      render: () => null,
    }),
    risk: 'text',
    inDigest: true,
    delivered: true,
  },
  caption: {
    label: { de: 'Bildunterschrift', en: 'Caption' },
    kind: wording({ longest: 500 }),
    risk: 'text',
    inDigest: true,
    delivered: true,
  },
} as const satisfies Parts

/** Pictures of a text: the file's own words (alternative text, credit) stand beside the caption. */
export const pictures = deliveredAs(
  rows(pictureParts, {
    shape: 'Picture',
    most: 50,
    labels: { singular: { de: 'Bild', en: 'Picture' }, plural: { de: 'Bilder', en: 'Pictures' } },
    matchedBy: [{ parts: ['file'] }, { resemblance: ['caption'] }],
  }),
  {
    named: [Picture],
    stored: Type.Array(ref(Picture)),
    shown: Type.Array(ref(Picture)),
    present: asStored,
    render: (value, referred) =>
      rowsIn(value).flatMap(
        ({ file, caption }) => renderPicture(file, referred, nonEmptyText(caption) ?? null) ?? [],
      ),
  },
)

/** A picture as sites see it; null where the relation leads nowhere. */
export function renderPicture(
  value: unknown,
  { media }: Pick<Referred, 'media'>,
  caption: string | null,
): Picture | null {
  const id = relationId(value)
  const entry = id === null ? undefined : media.get(id)
  if (id === null || !entry) return null
  return {
    id,
    url: nonEmptyText(entry.url) ?? null,
    alt: nonEmptyText(entry.alt) ?? '',
    caption,
    credit: nonEmptyText(entry.credit) ?? null,
    mimeType: nonEmptyText(entry.mimeType) ?? null,
    width: numberIn(entry.width) ?? null,
    height: numberIn(entry.height) ?? null,
  }
}
