import { deliveryCommand, deliveryEnvironment } from '#server/delivery-command.ts'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { childEnvironment } from '#server/configuration/environment.ts'
import { findFreePort } from '#server/machine/ports.ts'
import type { BenchInstallation } from './installation.ts'
import { findProgram } from './machine.ts'

/** A server that is measured, as a process of its own. */
export interface Subject {
  name: string
  origin: string
  pid: number
  /** From the start of the process to its first answer, in ms. */
  readyAfter: number
  stop: () => Promise<void>
}

/** The delivery plane, as `npm start` starts it. */
export function startDelivery(installation: BenchInstallation): Promise<Subject> {
  return start({
    name: 'delivery plane',
    command: [process.execPath, ...deliveryCommand],
    settings: (port) => ({
      ...deliveryEnvironment,
      ...installation.settings,
      DELIVERY_PORT: port,
    }),
    readiness: '/healthz',
  })
}

/** The authoring plane, which is Payload with its own REST and GraphQL. It has been built before. */
export function startStock(installation: BenchInstallation): Promise<Subject> {
  return start({
    name: 'stock Payload',
    command: (port) => [
      process.execPath,
      'node_modules/next/dist/bin/next',
      'start',
      '-H',
      '127.0.0.1',
      '-p',
      port,
    ],
    settings: () => installation.settings,
    readiness: '/api/access',
  })
}

/** node:http and pg, and nothing else. */
export function startBare({ settings, ownerUrl }: BenchInstallation): Promise<Subject> {
  return start({
    name: 'bare node + pg',
    command: [process.execPath, 'bench/bare.mjs'],
    settings: (port) => ({ ...settings, DATABASE_URL: ownerUrl, BENCH_PORT: port }),
    readiness: '/ready',
  })
}

/** nginx with one file; undefined where it is not installed. */
export async function startNginx(
  { folder }: BenchInstallation,
  body: string,
): Promise<Subject | undefined> {
  const program = findProgram('nginx')
  if (program === undefined) return undefined
  const place = path.join(folder, 'nginx')
  await mkdir(path.join(place, 'files'), { recursive: true })
  await writeFile(path.join(place, 'files', 'portrait.json'), body)
  return start({
    name: 'nginx',
    command: async (port) => {
      const configuration = path.join(place, 'nginx.conf')
      await writeFile(configuration, configurationOf(place, port))
      return [program, '-p', place, '-e', 'stderr', '-c', configuration]
    },
    settings: () => ({}),
    readiness: '/portrait.json',
  })
}

function configurationOf(place: string, port: string): string {
  return `daemon off;
worker_processes 1;
pid ${place}/pid;
error_log stderr error;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 256; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100 inactive=60s;
  client_body_temp_path ${place}/client;
  proxy_temp_path ${place}/proxy;
  fastcgi_temp_path ${place}/fastcgi;
  uwsgi_temp_path ${place}/uwsgi;
  scgi_temp_path ${place}/scgi;
  types { application/json json; }
  server { listen 127.0.0.1:${port}; root ${place}/files; }
}
`
}

interface Launch {
  name: string
  command: string[] | ((port: string) => string[] | Promise<string[]>)
  settings: (port: string) => Record<string, string>
  /** An address that answers, whatever it says, when the server is ready. */
  readiness: string
}

async function start({ name, command, settings, readiness }: Launch): Promise<Subject> {
  const port = String(await findFreePort())
  const origin = `http://127.0.0.1:${port}`
  const [program = '', ...args] = typeof command === 'function' ? await command(port) : command
  const startedAt = performance.now()
  const child = spawn(program, args, {
    env: childEnvironment(settings(port)),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${name} does not start.`)
  const stop = () => end(child)
  const deadline = startedAt + 60_000
  while (!(await isAnswered(`${origin}${readiness}`))) {
    if (performance.now() > deadline || child.exitCode !== null) {
      await stop()
      throw new Error(`${name} does not answer; see above.`)
    }
    await wait(10)
  }
  return { name, origin, pid, readyAfter: performance.now() - startedAt, stop }
}

function isAnswered(url: string): Promise<boolean> {
  return fetch(url).then(
    async (response) => {
      await response.arrayBuffer()
      return true
    },
    () => false,
  )
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([exited, wait(5000)])
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
}
