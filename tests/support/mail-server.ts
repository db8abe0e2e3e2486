import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export interface Received {
  to: string
  subject: string
  text: string
  messageId: string
}

/** A mail server that can be dead, and refuse. It keeps its port. */
export interface MailServer {
  url: string
  received: Received[]
  /** Addresses that it refuses for good. */
  refused: Set<string>
  /** How long it takes over each mail, in milliseconds. */
  delay: number
  open: () => Promise<void>
  shut: () => Promise<void>
}

/** Finds a port and opens a mail server on it. */
export async function startMailServer(): Promise<MailServer> {
  let smtp: SMTPServer | undefined
  let port = 0
  const state = { received: [] as Received[], refused: new Set<string>(), delay: 0 }
  const make = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: ({ address }, _, done) => {
        if (!state.refused.has(address)) {
          done()
          return
        }
        done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
      },
      onData: (stream, session, done) => {
        void simpleParser(stream).then((mail) => {
          setTimeout(() => {
            state.received.push({
              to: session.envelope.rcptTo.map(({ address }) => address).join(),
              subject: mail.subject ?? '',
              text: mail.text ?? '',
              messageId: mail.messageId ?? '',
            })
            done()
          }, server.delay)
        }, done)
      },
    })
  const server: MailServer = Object.assign(state, {
    url: '',
    open: async () => {
      const opened = make()
      smtp = opened
      opened.on('error', () => undefined)
      const listener = opened.listen(port, '127.0.0.1')
      await new Promise((resolve) => listener.once('listening', resolve))
      port = (listener.address() as AddressInfo).port
      server.url = `smtp://127.0.0.1:${String(port)}`
    },
    shut: () =>
      new Promise<void>((resolve) => {
        if (smtp) smtp.close(resolve)
        else resolve()
      }),
  })
  await server.open()
  return server
}
