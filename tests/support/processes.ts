import { readdir, readFile } from 'node:fs/promises'

/** The process ids of all descendants of a process, as Linux tells them; parents first. */
export async function descendantsOf(ancestor: number): Promise<number[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const parent = /\) \S (\d+)/.exec(stat)?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const childrenOf = (pid: number): number[] =>
    [...parents].flatMap(([child, parent]) => (parent === pid ? [child, ...childrenOf(child)] : []))
  return childrenOf(ancestor)
}

/** The process ids of all whose command line and environment hold these words, on Linux. */
export async function runningWith(environment: string, command: string): Promise<number[]> {
  const found: number[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const read = (file: string) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')
    const isMeant = (await read('cmdline')).includes(command)
    if (isMeant && (await read('environ')).includes(environment)) found.push(Number(name))
  }
  return found
}
