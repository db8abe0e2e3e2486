/** How long documents stayed in a stage; hours, over the stays that ended in the period. */
export interface StageTimes {
  stage: string
  stays: number
  /** Median and 90th percentile, to a thousandth. */
  medianHours: number
  meanHours: number
  p90Hours: number
}

/**
 * Stays are counted in buckets by the logarithm of their length, so many to a factor of e: a
 * percentile is exact to half a thousandth, and no half a million numbers have to be sorted for it.
 */
export const bucketsPerE = 1000

/** Stays in one stage that lasted as long, but for a thousandth; `seconds` is the sum of them. */
export interface Bucket {
  stage: string
  bucket: number
  stays: number
  seconds: number
}

/** Adds buckets up by some of their columns, in the order in which they come. */
export function timesBy<Row extends Bucket>(
  rows: readonly Row[],
  by: readonly (keyof Row)[],
): { row: Row; times: StageTimes }[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = JSON.stringify(by.map((name) => row[name]))
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()].flatMap((group) => {
    const [row] = group
    return row ? [{ row, times: toTimes(row.stage, group) }] : []
  })
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function toTimes(stage: string, group: readonly Bucket[]): StageTimes {
  const buckets = [...group].sort((a, b) => a.bucket - b.bucket)
  const stays = group.reduce((sum, bucket) => sum + bucket.stays, 0)
  const seconds = group.reduce((sum, bucket) => sum + bucket.seconds, 0)
  return {
    stage,
    stays,
    medianHours: rounded(percentile(buckets, stays * 0.5) / 3600),
    meanHours: rounded(seconds / stays / 3600),
    p90Hours: rounded(percentile(buckets, stays * 0.9) / 3600),
  }
}

/** The length in seconds that so many stays do not exceed: a percentile by nearest rank. */
function percentile(buckets: readonly { bucket: number; stays: number }[], rank: number): number {
  let seen = 0
  for (const { bucket, stays } of buckets) {
    seen += stays
    if (seen >= rank) return Math.exp(bucket / bucketsPerE)
  }
  return 0
}
