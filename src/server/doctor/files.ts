import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { ill, well, type Diagnosis } from './diagnosis.ts'

/** Files with secrets in the data folder. */
const secretFiles = [
  ...['payload-secret', 'signing-key', 'database-password'],
  ...['demo-sign-ins.txt', 'first-password.txt', 'mails'],
]

/** Whether others on this machine read what only the product may; `.env` lies in the folder of the program. */
export async function examineFiles(
  dataDirectory: string,
  programFolder: string,
): Promise<Diagnosis> {
  const about = 'files with secrets'
  const files = [
    path.join(programFolder, '.env'),
    ...secretFiles.map((name) => path.join(dataDirectory, name)),
    ...(await listKeys(dataDirectory)),
  ]
  const open: string[] = []
  for (const file of new Set(files)) if (await isReadByOthers(file)) open.push(file)
  return open.length === 0
    ? well(about, 'are read by their owner alone')
    : ill(
        about,
        `others on this machine may read ${open.join(', ')}`,
        `Take that from them, and think of what they have read as known: chmod go= ${open.join(' ')}`,
      )
}

/** The version of the product, as its package names it. */
export async function examineVersion(programFolder: string): Promise<Diagnosis> {
  const text = await readFile(path.join(programFolder, 'package.json'), 'utf8')
  const version = /"version": "([^"]+)"/u.exec(text)?.[1]
  return well('Berufsbild', version ?? 'of no version')
}

/** Keys of before that a change has left beside the one of now. */
async function listKeys(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => [])
  return names
    .filter((name) => name.startsWith('signing-key'))
    .map((name) => path.join(folder, name))
}

async function isReadByOthers(file: string): Promise<boolean> {
  // Windows has no such modes.
  if (process.platform === 'win32') return false
  try {
    return ((await stat(file)).mode & 0o077) !== 0
  } catch {
    return false
  }
}
