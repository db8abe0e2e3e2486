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
  noEnd: { de: 'Es ist kein Ende geplant.', en: 'No end is planned.' },
  past: { de: 'Der Zeitpunkt ist vorbei.', en: 'This moment has passed.' },
  endBeforeBegin: {
    de: 'Der Text ginge vom Netz, bevor er veröffentlicht ist.',
    en: 'The text would be unpublished before it is published.',
  },
} as const satisfies Readonly<Record<string, BilingualText>>

/** What somebody says of dates: ISO 8601, without offset in Berlin; null takes a planned end away. */
interface AskedDates {
  publishAt?: string | undefined
  unpublishAt?: string | null | undefined
}

/**
 * Reads the dates of a plan, as they make sense for the stage a document is in, with all that is in
 * their way.
 *
 * @param options.isAboutEnd nothing but the end of what is live is asked for
 * @param options.planned what is planned already for this text, and stays where nothing is said
 * @param options.endsAt when what is live goes off, if that is planned
 * @returns the dates that were said; `takesEndAway`: what was to end is not to end any more
 */
export function readDates(options: {
  stage: Stage
  isAboutEnd: boolean
  planned: PlannedDates
  endsAt: string | null
  asked: AskedDates
  now: Date
}): {
  dates: PlannedDates
  takesEndAway: boolean
  obstacles: { path: string; reason: BilingualText }[]
} {
  const { stage, isAboutEnd, planned, endsAt, asked, now } = options
  const obstacles: { path: string; reason: BilingualText }[] = []
  const refuse = (path: keyof AskedDates, reason: BilingualText) => {
    obstacles.push({ path, reason })
  }
  const read = (path: keyof AskedDates): string | null => {
    const text = asked[path]
    if (text === undefined || text === null) return null
    const moment = parseMoment(text)
    if ('problem' in moment) {
      refuse(path, moment.problem)
      return null
    }
    if (moment.at.getTime() <= now.getTime()) refuse(path, problems.past)
    return moment.at.toISOString()
  }
  const dates = { publishAt: read('publishAt'), unpublishAt: read('unpublishAt') }
  const takesEndAway = asked.unpublishAt === null
  if (isAboutEnd) {
    if (asked.publishAt !== undefined) refuse('publishAt', problems.isLive)
    if (asked.unpublishAt === undefined) refuse('unpublishAt', problems.unpublishAtMissing)
    if (takesEndAway && endsAt === null) refuse('unpublishAt', problems.noEnd)
    return { dates, takesEndAway, obstacles }
  }
  const isPlannedAlready = stage === 'scheduled' && asked.unpublishAt !== undefined
  if (asked.publishAt === undefined && !isPlannedAlready) {
    refuse('publishAt', problems.publishAtMissing)
  }
  if (takesEndAway && asked.publishAt === undefined && planned.unpublishAt === null) {
    refuse('unpublishAt', problems.noEnd)
  }
  const begin = dates.publishAt ?? planned.publishAt
  const end = takesEndAway ? null : (dates.unpublishAt ?? planned.unpublishAt)
  if (begin !== null && end !== null && end <= begin) {
    refuse('unpublishAt', problems.endBeforeBegin)
  }
  return { dates, takesEndAway, obstacles }
}
