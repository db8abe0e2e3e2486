import { randomInt } from 'node:crypto'
import net from 'node:net'

/**
 * Below the ports that systems give out by themselves (from 32768 on Linux, 49152 elsewhere): a
 * connection that leaves in the meantime never takes one of these, and two who look at once hardly
 * meet.
 */
const range = { from: 10_000, to: 32_000 }

/** A port that nobody listens on, on loopback. @throws Error where many that were tried are taken */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(range.from, range.to)
    if (await isFree(port)) return port
  }
  throw new Error('No port could be found that nobody listens on.')
}

/** Says whether this process could listen at a port, on loopback. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => {
      resolve(false)
    })
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true)
      })
    })
  })
}
