import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Where the demo's passwords and key are kept, readable for the owner only. */
export function signInsFile(dataDirectory: string): string {
  return path.join(dataDirectory, 'demo-sign-ins.txt')
}

/** The demo's sign-ins as people read them; undefined where no demo was loaded. */
export async function readSignIns(dataDirectory: string): Promise<string | undefined> {
  const file = signInsFile(dataDirectory)
  return existsSync(file) ? readFile(file, 'utf8') : undefined
}
