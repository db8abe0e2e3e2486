import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import * as z from 'zod'
import { findProgram } from './machine.ts'

/** What is asked for, over and over. */
export interface Load {
  /** `http://127.0.0.1:{port}` */
  origin: string
  /** One address, or many that are asked for one after the other. */
  paths: readonly [string, ...string[]]
  headers?: Readonly<Record<string, string>>
  /** JSON to post; without it, it is a GET. */
  body?: string
}

/** What came of it. */
export interface Figures {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Answers of 400 and above, and requests without one. */
  failed: number
}

/** How many connections ask at once. */
export const connections = 8

const wrk = findProgram('wrk')
const run = promisify(execFile)

/** The program that asks: wrk where there is one, since autocannon takes more of the processor. */
export const loader = wrk === undefined ? 'autocannon' : 'wrk -t1'

/** Asks for some seconds, on 8 connections. */
export function measure(load: Load, seconds: number): Promise<Figures> {
  return wrk === undefined ? askByAutocannon(load, seconds) : askByWrk(wrk, load, seconds)
}

const printed = z.object({
  requests: z.number(),
  microseconds: z.number(),
  p50: z.number(),
  p99: z.number(),
  failed: z.number(),
})

async function askByWrk(program: string, load: Load, seconds: number): Promise<Figures> {
  const { origin, paths, headers = {}, body } = load
  const folder = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-load-'))
  try {
    const list = path.join(folder, 'paths')
    await writeFile(list, paths.join('\n'))
    const { stdout } = await run(
      program,
      [
        '-t1',
        `-c${String(connections)}`,
        `-d${String(seconds)}s`,
        ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
        '-s',
        path.resolve('bench/wrk.lua'),
        `${origin}${paths[0]}`,
        ...(paths.length > 1 ? ['--', list] : []),
      ],
      { env: { ...process.env, ...(body === undefined ? {} : { BENCH_BODY: body }) } },
    )
    const line = stdout.split('\n').find((text) => text.startsWith('FIGURES '))
    const figures = printed.parse(JSON.parse(line?.slice('FIGURES '.length) ?? 'null'))
    return {
      perSecond: figures.requests / (figures.microseconds / 1e6),
      p50: figures.p50 / 1000,
      p99: figures.p99 / 1000,
      failed: figures.failed,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function askByAutocannon(load: Load, seconds: number): Promise<Figures> {
  const { origin, paths, headers = {}, body } = load
  const isPost = body !== undefined
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: paths.map((address) => ({
      path: address,
      method: isPost ? ('POST' as const) : ('GET' as const),
      headers: { ...headers, ...(isPost ? { 'content-type': 'application/json' } : {}) },
      ...(isPost ? { body } : {}),
    })),
  })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.errors + result['4xx'] + result['5xx'],
  }
}
