import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'

// Loaded into the authoring plane: says in a header whose connection a request came by, which Next does not
// hand on. What a client wrote there itself is replaced. The name is that of `peerHeader`.
subscribe('http.server.request.start', (message) => {
  const { request } = /** @type {{ request: unknown }} */ (message)
  if (request instanceof IncomingMessage) {
    request.headers['x-berufsbild-peer'] = request.socket.remoteAddress ?? ''
  }
})
