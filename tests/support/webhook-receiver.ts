import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isRecord } from '#model/documents.ts'

/** A message as it arrived. */
export interface ReceivedMessage {
  path: string
  headers: IncomingHttpHeaders
  text: string
  type: string
  document: string
  position: number
}

/** A receiver of webhooks on loopback. It takes what it is sent, unless told otherwise. */
export interface WebhookReceiver {
  origin: string
  received: ReceivedMessage[]
  /** How it answers; undefined: with 204. */
  respond: ((message: ReceivedMessage, response: ServerResponse) => void) | undefined
  close: () => Promise<void>
}

/** Finds a port and opens a receiver on it. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const message = { path: request.url ?? '', headers: request.headers, text, ...read(text) }
      receiver.received.push(message)
      if (receiver.respond) receiver.respond(message, response)
      else response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const receiver: WebhookReceiver = {
    origin: `http://127.0.0.1:${String(port)}`,
    received: [],
    respond: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
  return receiver
}

function read(text: string): Pick<ReceivedMessage, 'type' | 'document' | 'position'> {
  const body: unknown = text === '' ? {} : JSON.parse(text)
  const { type, data } = isRecord(body) ? body : {}
  const { id, position } = isRecord(data) ? data : {}
  return { type: String(type), document: String(id), position: Number(position) }
}
