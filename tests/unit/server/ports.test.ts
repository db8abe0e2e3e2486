import net from 'node:net'
import { expect, it } from 'vitest'
import { findFreePort, isFree } from '#server/machine/ports.ts'

it('finds ports that systems do not give out by themselves', async () => {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    expect(await findFreePort()).toBeLessThan(32_768)
  }
})

it('knows a port that somebody listens on', async () => {
  const port = await findFreePort()
  expect(await isFree(port)).toBe(true)
  const server = net.createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  expect(await isFree(port)).toBe(false)
  await new Promise((resolve) => server.close(resolve))
})
