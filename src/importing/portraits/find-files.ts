import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { PortraitTextError } from './file/errors.ts'
import { importLimits, tooLarge } from './file/limits.ts'

/** A file to import, or what keeps a path from being one. */
export type FoundFile = { file: string; problem: null } | { file: string; problem: string }

/**
 * All files named, and all .txt files below the folders named, each once and in order. Hidden files
 * of a folder are left out.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  const seen = new Set<string>()
  for (const start of paths) {
    for (const one of await filesAt(start)) {
      const real = one.problem === null ? await realpath(one.file).catch(() => one.file) : one.file
      if (seen.has(real)) continue
      seen.add(real)
      found.push(one)
    }
  }
  return found
}

/**
 * The bytes of a file that was found.
 *
 * @throws PortraitTextError where it cannot be read, or is too large for a portrait
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size <= importLimits.fileBytes) return await readFile(file)
  } catch (error) {
    const reason = explainFileError(error)
    throw new PortraitTextError(null, { de: reason, en: reason })
  }
  throw new PortraitTextError(null, tooLarge)
}

/** Says in words why a path cannot be read. */
export function explainFileError(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'There is no such file or folder.'
    case 'EACCES':
    case 'EPERM':
      return 'It may not be read (permission denied).'
    case 'EISDIR':
      return 'It is a folder, not a file.'
    default:
      return `It cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function filesAt(start: string): Promise<FoundFile[]> {
  try {
    if (!(await stat(start)).isDirectory()) return [{ file: start, problem: null }]
    const entries = await readdir(start, { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => path.join(path.relative(start, entry.parentPath), entry.name))
      .filter(isText)
      .sort()
    return files.length > 0
      ? files.map((name) => ({ file: path.join(start, name), problem: null }))
      : [{ file: start, problem: 'There is no .txt file in this folder.' }]
  } catch (error) {
    return [{ file: start, problem: explainFileError(error) }]
  }
}

function isText(name: string): boolean {
  return /\.txt$/iu.test(name) && !name.split(path.sep).some((part) => part.startsWith('.'))
}
