import { execFileSync } from 'node:child_process'
import os from 'node:os'

/** The machine that the figures are of, in a line each. */
export function describeMachine(): string[] {
  const cores = os.cpus()
  const gibibytes = os.totalmem() / 1024 ** 3
  return [
    `${cores[0]?.model ?? 'unknown processor'}, ${String(cores.length)} cores, ${gibibytes.toFixed(0)} GiB`,
    `${os.type()} ${os.release()}, Node ${process.versions.node}`,
    `load before the run ${os
      .loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}, ${new Date().toISOString().slice(0, 16)}Z`,
  ]
}

/** The path of a program, where it is installed. */
export function findProgram(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split('\n')[0]
  } catch {
    return undefined
  }
}

/** The resident memory of a process and of all that it started, in bytes. */
export function memoryOf(pid: number): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
  const processes = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const sum = (parent: number): number =>
    processes.reduce((total, [own = 0, above = 0, kibibytes = 0]) => {
      if (own === parent) return total + kibibytes * 1024
      return above === parent ? total + sum(own) : total
    }, 0)
  return sum(pid)
}
