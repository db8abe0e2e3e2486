import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, Server, ServerResponse } from 'node:http'

// Loaded into the authoring plane: answers methods that the product has nothing for, before Next does. It makes a
// Request of each, which the fetch standard forbids for TRACE, and fails at that.
const known = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PATCH', 'PUT', 'DELETE']

/** @type {WeakSet<object>} */
const answered = new WeakSet()
/** @type {WeakSet<Server>} */
const passingOver = new WeakSet()

subscribe('http.server.request.start', (message) => {
  const { request, response, server } =
    /** @type {{ request: unknown, response: unknown, server: unknown }} */ (message)
  if (!(request instanceof IncomingMessage) || !(response instanceof ServerResponse)) return
  if (!isServer(server) || known.includes(request.method ?? '')) return
  // Loaded twice in one process, this would answer twice.
  if (response.headersSent) return
  answered.add(request)
  // Nobody is told to go on.
  delete request.headers.expect
  passOver(server)
  response.writeHead(405, {
    Allow: known.join(', '),
    'Cache-Control': 'no-store',
    // Nobody reads what may come as a body.
    Connection: 'close',
  })
  response.end()
})

/**
 * Keeps a server from handing on what is answered already.
 *
 * @param {Server} server
 */
function passOver(server) {
  if (passingOver.has(server)) return
  passingOver.add(server)
  const emit = server.emit.bind(server)
  server.emit = (/** @type {string} */ event, /** @type {unknown[]} */ ...about) => {
    const [request] = about
    const isAnswered = typeof request === 'object' && request !== null && answered.has(request)
    return isAnswered || emit(event, ...about)
  }
}

/**
 * @param {unknown} server
 * @returns {server is Server}
 */
function isServer(server) {
  return server instanceof Server
}
