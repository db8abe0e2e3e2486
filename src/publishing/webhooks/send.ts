import { setTimeout as wait } from 'node:timers/promises'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { unseal, type Seal } from '#database/seal.ts'
import { inTransaction } from '#database/transaction.ts'
import { describeFailure, judge, type Outcome } from './attempts.ts'
import { composeMessage } from './message.ts'
import { leaseDeliveries, settleDelivery, type LeasedDelivery } from './outbox.ts'
import { post } from './post.ts'
import type { RecordWebhook } from './record.ts'
import { signedHeaders } from './signature.ts'
import { stopWebhook } from './webhooks.ts'

export interface Sending {
  /** Whether receivers may have addresses that are not public. */
  allowsPrivate: boolean
  /** Puts on record that a receiver said it is gone for good. */
  record: RecordWebhook
  now?: () => Date
  isStopping?: () => boolean
  /** Milliseconds that an attempt may take. */
  timeout?: number
}

const atATime = 16
const perWebhook = 2
const pauseBetweenLooks = 250

/**
 * Sends every delivery that is due, several at a time, and looks for more as long as one is under way:
 * a receiver that takes its time holds up no other. Any number of senders may do so at once. Gives how
 * many deliveries were received.
 *
 * @throws Error when the database is not there; what is under way then is tried again later
 */
export async function sendDueDeliveries(payload: Payload, sending: Sending): Promise<number> {
  const { now = () => new Date(), isStopping = () => false } = sending
  const underWay = new Set<Promise<void>>()
  let received = 0
  const start = (delivery: LeasedDelivery) => {
    const attempt = deliver(payload, delivery, sending)
      .then((isReceived) => {
        if (isReceived) received += 1
      })
      .finally(() => underWay.delete(attempt))
    underWay.add(attempt)
  }
  try {
    const req = await createLocalReq({}, payload)
    while (!isStopping()) {
      const limit = atATime - underWay.size
      const leased = limit > 0 ? await leaseDeliveries(req, { now: now(), limit, perWebhook }) : []
      leased.forEach(start)
      if (underWay.size === 0) break
      await Promise.race([...underWay, wait(pauseBetweenLooks)])
    }
    await Promise.all(underWay)
  } finally {
    await Promise.allSettled(underWay)
  }
  return received
}

async function deliver(
  payload: Payload,
  delivery: LeasedDelivery,
  sending: Sending,
): Promise<boolean> {
  const { now = () => new Date() } = sending
  const outcome = await attempt(payload, delivery, sending)
  const endedAt = now()
  const { attempts, firstAttemptAt } = delivery
  const verdict = judge(
    outcome,
    { number: attempts, firstAt: firstAttemptAt, endedAt },
    Math.random,
  )
  const failure = describeFailure(outcome)
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const isOurs = await settleDelivery(req, delivery, {
      at: endedAt,
      status: verdict.status,
      nextAttemptAt: verdict.status === 'pending' ? verdict.nextAttemptAt : null,
      httpStatus: 'status' in outcome ? outcome.status : null,
      failure,
    })
    if (isOurs && verdict.status === 'dead')
      await giveUp(req, delivery, { ...verdict, failure }, sending)
  })
  return verdict.status === 'delivered'
}

async function attempt(
  payload: Payload,
  delivery: LeasedDelivery,
  { allowsPrivate, now = () => new Date(), timeout = 10_000 }: Sending,
): Promise<Outcome> {
  const { id, webhook, url, event, release, sealedSecrets } = delivery
  const secrets = unsealAll(sealedSecrets, {
    purpose: 'webhook secrets',
    owner: webhook,
    installationSecret: payload.secret,
  })
  if (!secrets) {
    return { error: 'Its secret cannot be read: PAYLOAD_SECRET is another one. Make a new secret.' }
  }
  const body = composeMessage(event, release)
  const headers = signedHeaders({ id, at: now(), body, secrets })
  return post({ url, headers, body, allowsPrivate, timeout })
}

/** Nothing is sent unsigned, or with fewer signatures than its receiver may ask for. */
function unsealAll(sealed: readonly string[], by: Seal): string[] | undefined {
  try {
    return sealed.map((secret) => unseal(secret, by))
  } catch {
    return undefined
  }
}

async function giveUp(
  req: PayloadRequest,
  delivery: LeasedDelivery,
  verdict: { isEndpointGone: boolean; failure: string | null },
  { record }: Sending,
): Promise<void> {
  const { id, webhook, site } = delivery
  const { isEndpointGone, failure } = verdict
  req.payload.logger.error({
    msg: isEndpointGone
      ? 'The receiver of a webhook is gone; the webhook was switched off.'
      : 'A webhook could not be delivered; it is a dead letter now.',
    webhook,
    delivery: id,
    reason: failure,
  })
  if (isEndpointGone) await stopWebhook(req, { site, webhook, record })
}
