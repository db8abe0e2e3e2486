import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { childEnvironment } from './configuration/environment.ts'
import { StepFailed } from './configuration/faults.ts'
import { askAt, healthIn, watch, type Health, type WatchOptions } from './watch.ts'

/** A child process that is kept alive until it is stopped. */
export interface Supervised {
  /** Settles when the child is ready for the first time. */
  ready: Promise<void>
  stop: () => Promise<void>
}

interface ChildOptions {
  name: string
  args: string[]
  settings: Readonly<Record<string, string>>
}

/** How a child is known to be ready: it answers at an address, or sends the message `ready`. */
type Readiness = { url: string } | 'message'

/** What a child sends to its supervisor when it is ready. */
export const readyMessage = 'ready'

const longestPause = 30_000
/** A child that ran this long was healthy: the next crash starts the back-off anew. */
const healthyAfter = 60_000
/** How long a child may finish what it is at: all must be down within 10 s, the database last. */
const patience = 4000

/**
 * Starts a Node process and starts it again when it crashes, after 1 s, 2 s, 4 s … 30 s. The child
 * has a process group of its own, so that Ctrl-C reaches the supervisor only, which decides the
 * order of the end.
 */
export function supervise(
  options: ChildOptions & { readiness: Readiness; watched?: Watched },
): Supervised {
  const { name, readiness, watched } = options
  let child: ChildProcess
  let endWatch = () => {}
  let hasReported = false
  let isStopping = false
  let pause = 1000
  const launch = () => {
    const startedAt = Date.now()
    const launched = launchChild(options)
    child = launched
    if (watched && readiness !== 'message') endWatch = watchChild(launched, name, watched)
    launched.on('message', (message) => {
      if (message !== readyMessage) return
      hasReported = true
      // Before that it loads its program, which takes as long as it takes.
      endWatch()
      if (watched) endWatch = watchChild(launched, name, watched)
    })
    launched.once('exit', (code, signal) => {
      endWatch()
      if (isStopping) return
      if (Date.now() - startedAt > healthyAfter) pause = 1000
      console.error(
        `The ${name} ended (${signal ?? `status ${String(code)}`}); starting it again in ${String(pause / 1000)} s.`,
      )
      setTimeout(() => {
        if (!isStopping) launch()
      }, pause)
      pause = Math.min(pause * 2, longestPause)
    })
  }
  launch()
  return {
    ready: waitUntilReady({
      isReady: readiness === 'message' ? () => hasReported : () => isAnswered(readiness.url),
      isCancelled: () => isStopping,
      name,
    }),
    stop: async () => {
      isStopping = true
      endWatch()
      await end(child)
    },
  }
}

/** How a child is asked for its health, over HTTP or by message, and what it is held against. */
export interface Watched extends Pick<WatchOptions, 'isDatabaseThere' | 'patience' | 'interval'> {
  url?: string
}

/**
 * Ends a child that does not answer any more: whoever supervises it starts it again. It is not asked before
 * it has answered once, since a first start takes as long as it takes. Gives a way to end the watch.
 */
function watchChild(child: ChildProcess, name: string, watched: Watched): () => void {
  const { url, ...options } = watched
  const ask = url === undefined ? () => askByMessage(child) : askAt(url, watched.patience)
  let hasAnswered = false
  return watch({
    ...options,
    ask: () => {
      const answer = ask().then((health) => {
        if (health === 'well') hasAnswered = true
        return health
      })
      if (hasAnswered) return answer
      answer.catch(() => undefined)
      return Promise.resolve<Health>('well')
    },
    onUnwell: (health) => {
      console.error(`The ${name} ${complaints[health]}; ending it.`)
      // One that does not come to answer does not come to end itself either.
      child.kill('SIGKILL')
    },
  })
}

const complaints: Readonly<Record<Exclude<Health, 'well'>, string>> = {
  silent: 'does not answer any more',
  'no database': 'has lost its database, which is there',
  stuck: 'has work that does not come to its end',
}

function askByMessage(child: ChildProcess): Promise<Health> {
  return new Promise((resolve) => {
    const answered = (message: unknown) => {
      const health = healthIn(message)
      if (health === undefined) return
      child.off('message', answered)
      resolve(health)
    }
    child.on('message', answered)
    if (child.connected) child.send('are you there?')
  })
}

/** Runs one step of the start to its end. @throws StepFailed with the step's name */
export async function runStep(options: ChildOptions): Promise<void> {
  const child = launchChild(options)
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (status !== 0) throw new StepFailed(`The step "${options.name}" failed; see above.`)
}

function launchChild({ args, settings }: ChildOptions): ChildProcess {
  return spawn(process.execPath, args, {
    env: childEnvironment(settings),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve()
    }),
  )
  child.kill('SIGTERM')
  const isLate = await Promise.race([exited.then(() => false), wait(patience, true)])
  if (isLate) {
    child.kill('SIGKILL')
    await exited
  }
}

async function waitUntilReady(options: {
  isReady: () => boolean | Promise<boolean>
  isCancelled: () => boolean
  name: string
}): Promise<void> {
  const deadline = Date.now() + 120_000
  while (!options.isCancelled()) {
    if (await options.isReady()) return
    if (Date.now() > deadline)
      throw new StepFailed(`The ${options.name} does not get ready; see above.`)
    await wait(200)
  }
}

function isAnswered(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}
