/** A file as it was dropped or picked, under its path below the folder that was given. */
export interface GivenFile {
  name: string
  file: File
  isFromFolder: boolean
}

/** The files of an input: of a folder, each has its path. */
export function pickedFiles(files: FileList): GivenFile[] {
  return [...files].map((file) => ({
    name: file.webkitRelativePath || file.name,
    file,
    isFromFolder: file.webkitRelativePath !== '',
  }))
}

/** The files that were dropped, those of folders included. */
export async function droppedFiles(items: DataTransferItemList): Promise<GivenFile[]> {
  // All at once: after the first pause the browser empties the list.
  const dropped = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found = await Promise.all(
    dropped.map(async ({ entry, file }): Promise<GivenFile[]> => {
      if (entry?.isDirectory) return filesBelow(entry)
      return file ? [{ name: file.name, file, isFromFolder: false }] : []
    }),
  )
  return found.flat()
}

/**
 * Of a folder only text files count, and no hidden ones, as on the command line; what was given by name
 * is taken, and the import says what it is. `passedOver` counts what was left out.
 */
export function withoutStrangers(given: readonly GivenFile[]): {
  files: GivenFile[]
  passedOver: number
} {
  const visible = given.filter(
    ({ name, isFromFolder }) =>
      !isFromFolder || !name.split('/').some((part) => part.startsWith('.')),
  )
  const files = visible.filter(({ name, isFromFolder }) => !isFromFolder || /\.txt$/iu.test(name))
  return {
    files: [...files].sort((left, right) => left.name.localeCompare(right.name, 'de')),
    passedOver: visible.length - files.length,
  }
}

async function filesBelow(entry: FileSystemEntry): Promise<GivenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject)
    })
    return [{ name: entry.fullPath.replace(/^\//u, ''), file, isFromFolder: true }]
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    // A hundred at a time, until there are none.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0) break
    entries.push(...some)
  }
  return (await Promise.all(entries.map(filesBelow))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
