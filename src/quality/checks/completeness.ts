import { isRecord, relationId, type EditorialCollection } from '#model/documents.ts'
import { isFilled, rowsOf, type PlainDocument } from '../reading/document.ts'
import type { Finding } from '../findings/finding.ts'

/** What a document cannot go on without. */
export function findMissingFields(
  collection: EditorialCollection,
  document: PlainDocument,
): Finding[] {
  const demands: [path: string, isThere: boolean, de: string, en: string][] = [
    [
      'profession',
      relationId(document.profession) !== null,
      'Der Beruf fehlt.',
      'The profession is missing.',
    ],
    ['headline', isFilled(document.headline), 'Die Überschrift fehlt.', 'The headline is missing.'],
    ['intro', isFilled(document.intro), 'Die Einleitung fehlt.', 'The introduction is missing.'],
    [
      'sections',
      rowsOf(document.sections).length > 0,
      'Es gibt keinen Abschnitt.',
      'There is no section.',
    ],
    [
      'provenance.origin',
      isRecord(document.provenance) && isFilled(document.provenance.origin),
      'Es fehlt, wodurch der Text entstanden ist.',
      'It is not said how the text was made.',
    ],
  ]
  const video = isRecord(document.video) ? document.video : {}
  demands.push([
    'video.transcript',
    !isFilled(video.url) || isFilled(video.transcript),
    'Zum Video fehlt die Abschrift: Wer nicht hören kann, liest sie.',
    'The video lacks its transcript, which is for those who cannot hear.',
  ])
  if (collection === 'regional-sections') {
    demands.push([
      'region',
      relationId(document.region) !== null,
      'Die Region fehlt.',
      'The region is missing.',
    ])
  }
  return demands.flatMap(([path, isThere, de, en]): Finding[] =>
    isThere ? [] : [{ check: 'completeness', severity: 'block', path, message: { de, en } }],
  )
}
