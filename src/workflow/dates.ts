import type { PayloadRequest } from 'payload'
import { parseMoment } from '#model/berlin-time.ts'
import { ChecksBlock, type ErrorDetail } from '#model/errors.ts'
import { inLanguage, type BilingualText } from '#model/text.ts'
import type { Stage } from '#model/stages.ts'

/** When to publish and when to unpublish, ISO 8601 in UTC; null: no such date. */
export interface PlannedDates {
  publishAt: string | null
  unpublishAt: string | null
}

const problems = {
  publishAtMissing: {
    de: 'Es fehlt, wann veröffentlicht werden soll.',
    en: 'It is not said when to publish.',
  },
  unpublishAtMissing: {
    de: 'Es fehlt, wann der Text vom Netz gehen soll.',
    en: 'It is not said when to unpublish.',
  },
  isLive: {
    de: 'Der Text ist schon veröffentlicht; planen lässt sich nur noch unpublishAt.',
    en: 'The text is live already; only unpublishAt can be planned.',
  },
  past: { de: 'Der Zeitpunkt ist vorbei.', en: 'This moment has passed.' },
  endBeforeBegin: {
    de: 'Der Text ginge vom Netz, bevor er veröffentlicht ist.',
    en: 'The text would be unpublished before it is published.',
  },
} as const satisfies Readonly<Record<string, BilingualText>>

/**
 * Reads the dates of a plan, as they make sense for the stage a document is in.
 *
 * @param planned what is planned already for this text, and stays where the request says nothing
 * @throws ChecksBlock 422 naming each field and the reason
 */
export function readDates(
  req: PayloadRequest,
  stage: Stage,
  request: { publishAt?: string | undefined; unpublishAt?: string | undefined },
  planned: PlannedDates,
): PlannedDates {
  const details: ErrorDetail[] = []
  const refuse = (path: string, reason: BilingualText) => {
    details.push({ path, reason: inLanguage(reason, req.i18n.language) })
  }
  const read = (path: 'publishAt' | 'unpublishAt'): string | null => {
    const text = request[path]
    if (text === undefined) return null
    const moment = parseMoment(text)
    if ('problem' in moment) {
      refuse(path, moment.problem)
      return null
    }
    if (moment.at.getTime() <= Date.now()) refuse(path, problems.past)
    return moment.at.toISOString()
  }
  const publishAt = read('publishAt')
  const unpublishAt = read('unpublishAt')
  if (stage === 'live' && request.publishAt !== undefined) refuse('publishAt', problems.isLive)
  if (stage === 'live' && request.unpublishAt === undefined) {
    refuse('unpublishAt', problems.unpublishAtMissing)
  }
  const isPlannedAlready = stage === 'scheduled' && request.unpublishAt !== undefined
  if (stage !== 'live' && request.publishAt === undefined && !isPlannedAlready) {
    refuse('publishAt', problems.publishAtMissing)
  }
  const begin = publishAt ?? planned.publishAt
  const end = unpublishAt ?? planned.unpublishAt
  if (begin !== null && end !== null && end <= begin) {
    refuse('unpublishAt', problems.endBeforeBegin)
  }
  if (details.length > 0)
    throw new ChecksBlock(
      {
        de: 'So ergeben die Termine keinen Plan.',
        en: 'The dates do not make a plan.',
      },
      details,
    )
  return { publishAt, unpublishAt }
}
