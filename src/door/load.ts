import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks'

const milliseconds = 1e6
/** How long one look at the event loop goes. */
const period = 2000

let delays: IntervalHistogram | undefined
let lastLag = 0

/** Looks at the event loop from now on. Once a process; it keeps nothing alive. */
function watchLoop(): IntervalHistogram {
  if (delays) return delays
  const watched = monitorEventLoopDelay({ resolution: 20 })
  watched.enable()
  setInterval(() => {
    lastLag = watched.max / milliseconds
    watched.reset()
  }, period).unref()
  delays = watched
  return watched
}

/** By how many milliseconds the event loop came late, at the worst, in the last two to four seconds. */
export function lagOfLoop(): number {
  const watched = watchLoop()
  const now = watched.max / milliseconds
  return Math.max(lastLag, Number.isFinite(now) ? now : 0)
}
