import { parseMoment } from '#model/berlin-time.ts'
import type { BilingualText } from '#model/text.ts'
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

/** What somebody says of dates: ISO 8601, without offset in Berlin. */
interface AskedDates {
  publishAt?: string | undefined
  unpublishAt?: string | undefined
}

/**
 * Reads the dates of a plan, as they make sense for the stage a document is in, with all that is in
 * their way.
 *
 * @param options.planned what is planned already for this text, and stays where nothing is said
 */
export function readDates(options: {
  stage: Stage
  planned: PlannedDates
  asked: AskedDates
  now: Date
}): { dates: PlannedDates; obstacles: { path: string; reason: BilingualText }[] } {
  const { stage, planned, asked, now } = options
  const obstacles: { path: string; reason: BilingualText }[] = []
  const refuse = (path: keyof AskedDates, reason: BilingualText) => {
    obstacles.push({ path, reason })
  }
  const read = (path: keyof AskedDates): string | null => {
    const text = asked[path]
    if (text === undefined) return null
    const moment = parseMoment(text)
    if ('problem' in moment) {
      refuse(path, moment.problem)
      return null
    }
    if (moment.at.getTime() <= now.getTime()) refuse(path, problems.past)
    return moment.at.toISOString()
  }
  const dates = { publishAt: read('publishAt'), unpublishAt: read('unpublishAt') }
  if (stage === 'live' && asked.publishAt !== undefined) refuse('publishAt', problems.isLive)
  if (stage === 'live' && asked.unpublishAt === undefined) {
    refuse('unpublishAt', problems.unpublishAtMissing)
  }
  const isPlannedAlready = stage === 'scheduled' && asked.unpublishAt !== undefined
  if (stage !== 'live' && asked.publishAt === undefined && !isPlannedAlready) {
    refuse('publishAt', problems.publishAtMissing)
  }
  const begin = dates.publishAt ?? planned.publishAt
  const end = dates.unpublishAt ?? planned.unpublishAt
  if (begin !== null && end !== null && end <= begin) {
    refuse('unpublishAt', problems.endBeforeBegin)
  }
  return { dates, obstacles }
}
