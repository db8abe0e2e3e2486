import type { EditorialCollection } from '#model/documents.ts'

/** What happened to a portrait, as one site sees it. */
export const webhookEvents = ['published', 'updated', 'removed'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** A release of the feed, of which a site is told. */
export interface Release {
  position: number
  at: string
  document: string
  collection: EditorialCollection
  profession: { id: string; slug: string }
  /** null for the whole country. */
  region: { id: string; slug: string } | null
  /** Of what is live now; null: nothing. */
  digest: string | null
  reason: string
}

/** The body of a message, the same at every attempt: the signature of each covers it byte by byte. */
export function composeMessage(event: WebhookEvent, release: Release): string {
  const { position, at, document, collection, profession, region, digest, reason } = release
  return JSON.stringify({
    type: `portrait.${event}`,
    timestamp: at,
    data: {
      id: document,
      collection,
      profession: profession.slug,
      region: region?.slug ?? null,
      // A site from which it was taken learns nothing of the text that others still show.
      digest: event === 'removed' ? null : digest,
      reason,
      position,
      surrogateKeys: [
        `document:${document}`,
        `profession:${profession.id}`,
        ...(region ? [`region:${region.id}`] : []),
      ],
    },
  })
}
