/**
 * Why a mail did not go out. `recipient`: the server refuses this mail for good; `later`: it refuses it
 * for now; `server`: it is not there, or lets nobody in.
 */
export type FailureCause = 'recipient' | 'later' | 'server'

const minute = 60_000
const hour = 3_600_000

/** Judges what nodemailer throws; reply codes as in RFC 5321, section 4.2.1. */
export function causeOf(error: unknown): FailureCause {
  if (!(error instanceof Error)) return 'server'
  const code: unknown = Reflect.get(error, 'code')
  const reply: unknown = Reflect.get(error, 'responseCode')
  const command: unknown = Reflect.get(error, 'command')
  // nodemailer itself finds that this is no address.
  if (code === 'EENVELOPE' && reply === undefined) return 'recipient'
  const isAboutMail = command === 'RCPT TO' || command === 'DATA'
  if (!isAboutMail || typeof reply !== 'number') return 'server'
  return reply >= 500 ? 'recipient' : 'later'
}

/** How long to wait after a number of attempts, in milliseconds: 1 min, 2 min, 4 min … 1 h. */
export function pauseAfter(attempts: number): number {
  return Math.min(minute * 2 ** Math.max(attempts - 1, 0), hour)
}
