import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { InvalidRequest, RequestTooLarge } from '#model/errors.ts'
import { inLanguage, type BilingualText } from '#model/text.ts'
import { PortraitTextError } from './file/errors.ts'
import { importLimits, tooLarge } from './file/limits.ts'
import type { ReadableFile } from './import-files.ts'

const longestName = 300

const words = {
  noForm: {
    de: 'Die Dateien kommen als multipart/form-data, jede im Feld „files“.',
    en: 'Files are sent as multipart/form-data, each in the field "files".',
  },
  noFiles: { de: 'Es ist keine Datei dabei.', en: 'There is no file in it.' },
  tooMany: {
    de: `Auf einmal gehen höchstens ${String(importLimits.files)} Dateien.`,
    en: `At most ${String(importLimits.files)} files at once.`,
  },
  tooLarge: {
    de: `Alle Dateien zusammen dürfen höchstens ${String(importLimits.bytes / 1_000_000)} MB haben.`,
    en: `All files together may have at most ${String(importLimits.bytes / 1_000_000)} MB.`,
  },
  sameName: {
    de: 'Eine andere Datei dieser Anfrage heißt genauso.',
    en: 'Another file of this request has the same name.',
  },
} as const satisfies Record<string, BilingualText>

/**
 * The files of a request, in order, under names that can be stored and shown. What is wrong with one
 * of them is told when it is read.
 *
 * @throws InvalidRequest 400, RequestTooLarge 413
 */
export async function readUpload(req: PayloadRequest): Promise<ReadableFile[]> {
  const form = await readForm(req)
  const fields = [...form.entries()]
  const strangers = fields.filter(([name, value]) => name !== 'files' || typeof value === 'string')
  if (strangers.length > 0) {
    const reason = inLanguage(words.noForm, callerLanguage(req))
    const details = strangers.map(([path]) => ({ path, reason }))
    throw new InvalidRequest(words.noForm, details.slice(0, 20))
  }
  const files = form.getAll('files').filter((value) => typeof value !== 'string')
  if (files.length === 0) throw new InvalidRequest(words.noFiles)
  if (files.length > importLimits.files) throw new RequestTooLarge(words.tooMany)
  const seen = new Set<string>()
  return files.map((file) => {
    const name = nameOf(file)
    const isRepeated = seen.has(name)
    seen.add(name)
    return { file: name, read: () => readFile(file, isRepeated) }
  })
}

async function readFile(file: File, isRepeated: boolean): Promise<Uint8Array> {
  if (isRepeated) throw new PortraitTextError(null, words.sameName)
  if (file.size > importLimits.fileBytes) throw new PortraitTextError(null, tooLarge)
  return new Uint8Array(await file.arrayBuffer())
}

/** Parses the form and stops reading where it is larger than allowed, whatever length it states. */
async function readForm(req: PayloadRequest): Promise<FormData> {
  const type = req.headers.get('Content-Type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type) || !req.body) {
    throw new InvalidRequest(words.noForm)
  }
  let length = 0
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      length += chunk.byteLength
      if (length > importLimits.bytes) controller.error(new Error('too large'))
      else controller.enqueue(chunk)
    },
  })
  try {
    const body = new Response(req.body.pipeThrough(limit), { headers: { 'Content-Type': type } })
    return await body.formData()
  } catch {
    if (length > importLimits.bytes) throw new RequestTooLarge(words.tooLarge)
    throw new InvalidRequest(words.noForm)
  }
}

/** A name without what cannot be stored, would break a line, or turns the direction of writing. */
function nameOf({ name }: File): string {
  const letters = [
    ...name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '�')
      .trim(),
  ]
  return letters.slice(-longestName).join('') || '�'
}
