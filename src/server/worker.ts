import { setTimeout as wait } from 'node:timers/promises'
import { createLocalReq, type Payload } from 'payload'
import {
  extendLexicon,
  prerenderStalePortraits,
  deleteExpiredPreviews,
} from '#publishing/maintenance.ts'
import { deleteOldDeliveries } from '#publishing/webhooks/outbox.ts'
import { sendDueDeliveries } from '#publishing/webhooks/send.ts'
import { recordWebhook } from '#accounts/site-events.ts'
import { sendAccountMails } from '#accounts/send-account-mails.ts'
import { deleteOldAttempts } from '#accounts/sign-in/slow-down.ts'
import { doesDatabaseAnswer } from '#database/does-database-answer.ts'
import { sqlIn } from '#database/sql.ts'
import { anchorEvents } from '#audit/anchor.ts'
import { keepLog, type LastKeyCheck } from '#audit/keep-log.ts'
import { sweepReadModel } from '#audit/sweep.ts'
import { endLapsedClaims } from '#newsroom/assignment/end-claims.ts'
import { remindOfDueDates } from '#notifications/due.ts'
import { tellOfWaiting, type LastLook } from '#notifications/tell-of-waiting.ts'
import { sendDueMails } from '#notifications/send.ts'
import { takeOutLapsed } from '#planning/lapse.ts'
import { runDuePlans, type RestingPlans } from '#planning/run.ts'
import { purgeExpired } from '#trash/purge.ts'
import { reshapeDelivered } from '#publishing/rebuild.ts'
import { deleteOldTexts } from '#editorial/texts-by-digest.ts'
import { runTasks, type Task } from './tasks.ts'
import { tellHealth } from './tell-health.ts'
import type { Environment } from './configuration/environment.ts'
import { explainFault } from './configuration/faults.ts'
import { openInstallation } from './installation/installation.ts'
import { migrate } from './migrate.ts'
import { bootPayload, closePayload } from './payload.ts'
import { assertLimited } from './roles/assert-limited.ts'
import { serverRoles } from './roles/grants.ts'
import { readyMessage } from './supervise.ts'

// What happens by itself: plans at their dates, mails, reminders, tidying. The start runs it beside the
// authoring plane; `npm run worker` runs it alone. Any number of workers may run at once.

/** The supervisor ends a child after 4 s: what is at work then is taken up again by the next worker. */
const patience = 3500
const daysOfTexts = 365
const daysOfDeliveries = 30
/** Seconds that a task may take which goes through a whole stock, and says nothing meanwhile. */
const longest = 3600
/** Seconds between two steps of the comparison with the record. */
const comparisonPause = 10

/** Milliseconds: who has all connections at work is not without a database. */
const patienceWithDatabase = 10_000

let isStopping = false

try {
  await work()
} catch (error) {
  console.error(explainFault(error))
  process.exit(1)
}

async function work(): Promise<void> {
  const installation = await openInstallation('worker')
  const { worker } = installation.addresses
  const payload = await bootPayload()
  await migrate(payload, worker)
  // Alone it may share the role of the authoring plane.
  await assertLimited(worker, { may: serverRoles, needs: ['worker'] }, 'WORKER_DATABASE_URL')
  const running = runTasks(tasksOf(payload, installation.environment), (task, err) => {
    payload.logger.error({ msg: `The worker's task "${task}" failed; it is tried again.`, err })
  })
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    const isDone = await Promise.race([running.stop().then(() => true), wait(patience, false)])
    if (isDone) await closePayload(payload)
    await installation.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => void stop())
  }
  tellHealth(async () => {
    if (!(await doesDatabaseAnswer({ payload }, patienceWithDatabase))) return 'no database'
    const overdue = running.overdue()
    if (overdue.length === 0) return 'well'
    payload.logger.error({ msg: 'Tasks of the worker do not come to their end.', tasks: overdue })
    return 'stuck'
  })
  process.send?.(readyMessage)
}

function tasksOf(payload: Payload, environment: Environment): Task[] {
  const resting: RestingPlans = new Map()
  const lastLook: LastLook = { at: 0 }
  const lastKeyCheck: LastKeyCheck = { at: 0, isMissing: undefined }
  return [
    {
      name: 'plans',
      every: 1,
      work: (isStopping) => runDuePlans(payload, resting, isStopping),
    },
    { name: 'lapses', every: 60, longest, work: () => takeOutLapsed(payload) },
    {
      name: 'mails',
      every: 1,
      work: (isStopping) => sendDueMails(payload, { isStopping }),
    },
    {
      name: 'account mails',
      every: 1,
      work: (isStopping) => sendAccountMails(payload, { isStopping }),
    },
    {
      name: 'portraits',
      every: 1,
      work: (isStopping) => prerenderStalePortraits(payload, isStopping),
    },
    { name: 'shapes', every: 5, work: (isStopping) => reshapeDelivered(payload, isStopping) },
    { name: 'log', every: 1, longest, work: () => keepLog(payload, lastKeyCheck) },
    { name: 'lexicon', every: 5, work: () => extendLexicon(payload) },
    { name: 'previews', every: 3600, work: () => deleteExpiredPreviews(payload) },
    {
      name: 'webhooks',
      every: 1,
      work: (isStopping) =>
        sendDueDeliveries(payload, {
          allowsPrivate: environment.WEBHOOKS_ALLOW_PRIVATE === 'on',
          record: recordWebhook,
          isStopping,
        }),
    },
    { name: 'trash', every: 3600, longest, work: () => purgeExpired(payload) },
    { name: 'claims', every: 60, work: () => endLapsedClaims(payload) },
    { name: 'waiting', every: 60, work: () => tellOfWaiting(payload, lastLook) },
    { name: 'due dates', every: 300, work: () => remindOfDueDates(payload) },
    {
      name: 'attempts to sign in',
      every: 3600,
      work: async () => deleteOldAttempts(await sqlIn({ payload })),
    },
    {
      name: 'anchors',
      every: 600,
      longest,
      work: async () => {
        const anchor = await anchorEvents(payload)
        if (anchor) payload.logger.info({ msg: 'The record of events is anchored.', ...anchor })
      },
    },
    {
      name: 'comparison',
      every: comparisonPause,
      work: (isStopping) =>
        compareWithRecord(payload, environment.AUDIT_ROWS_PER_MINUTE, isStopping),
    },
    {
      name: 'old texts',
      every: 3600,
      longest,
      work: async () => deleteOldTexts(await createLocalReq({}, payload), daysOfTexts),
    },
    {
      name: 'old deliveries',
      every: 3600,
      longest,
      work: async () => deleteOldDeliveries(await createLocalReq({}, payload), daysOfDeliveries),
    },
  ]
}

/** A step of the comparison, within the budget of a minute; 0: none. */
async function compareWithRecord(
  payload: Payload,
  rowsPerMinute: number,
  isStopping: () => boolean,
): Promise<void> {
  if (rowsPerMinute === 0) return
  await sweepReadModel(payload, {
    runner: 'worker',
    most: Math.ceil((rowsPerMinute * comparisonPause) / 60),
    isStopping,
  })
}
