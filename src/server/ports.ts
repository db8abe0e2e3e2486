import net from 'node:net'

/** A port that the product wants and somebody else has. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken'
}

/** A database that the product is told to use and cannot reach. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable'
}

/** @throws PortTaken naming the variable that sets the port */
export function assertPortIsFree(port: number, host: string, variable: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', () => {
      reject(
        new PortTaken(
          `Port ${String(port)} on ${host} is taken. End what uses it, or set ${variable} to another port.`,
        ),
      )
    })
    server.listen(port, host, () => {
      server.close(() => {
        resolve()
      })
    })
  })
}
