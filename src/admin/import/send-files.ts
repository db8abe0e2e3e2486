'use client'

import { isRecord } from '#model/documents.ts'
import { importLimits, tooLarge } from '#importing/portraits/file/limits.ts'
import type { FileLine, ImportLine } from '#importing/portraits/lines.ts'
import type { BilingualText } from '#model/text.ts'
import { explainFailure } from '../kit/api.ts'
import type { Say } from '../words/say.ts'
import type { ImportRow, FileOutcome } from './rows.ts'

/** How the sending of some files ended. `message` says why it broke off. */
export type Sent = { isComplete: true } | { isComplete: false; message: string | null }

interface Options {
  rows: readonly ImportRow[]
  isDryRun: boolean
  createsMissing: boolean
  run: string | null
  say: Say
  pick: (text: BilingualText) => string
  language: string
  signal: AbortSignal
  /** Is told the name of the run before the first file. */
  onRun: (run: string | null) => void
  /** Is told of each file as soon as it is known what becomes of it. */
  onTold: (row: ImportRow, told: FileOutcome) => void
}

/**
 * Sends files in one request and hands on what the server tells of each. What cannot be read or is too
 * large is told without being sent. Never throws; whoever aborts gets no message.
 */
export async function sendFiles(options: Options): Promise<Sent> {
  const { say, language, signal, onTold } = options
  const readable = await readRows(options)
  if (readable.length === 0) return { isComplete: true }
  const form = new FormData()
  for (const { row, content } of readable) form.append('files', new File([content], row.name))
  const broken = { isComplete: false, message: say('import:broken') } as const
  try {
    const response = await fetch(`/api/import/portraits?${queryOf(options)}`, {
      method: 'POST',
      headers: { 'Accept-Language': language },
      body: form,
      signal,
    })
    if (!response.ok || !response.body) {
      const failure: unknown = await response.json().catch(() => null)
      const { message } = explainFailure(failure, say('kit:failed', { status: response.status }))
      return { isComplete: false, message }
    }
    for await (const line of linesOf(response.body)) {
      if ('start' in line) options.onRun(line.start.run)
      else if ('end' in line) return { isComplete: true }
      else {
        const sent = readable[line.index]
        if (sent) onTold(sent.row, line)
      }
    }
    return broken
  } catch {
    if (signal.aborted) return { isComplete: false, message: null }
    return navigator.onLine ? broken : { isComplete: false, message: say('kit:unreachable') }
  }
}

/** The bytes of the files, read now: a file that changes on the disk would break the request. */
async function readRows({ rows, pick, say, onTold }: Options) {
  const readable: { row: ImportRow; content: ArrayBuffer }[] = []
  for (const row of rows) {
    const fail = (reason: string) => {
      onTold(row, { result: 'failed', failure: { line: null, reason } })
    }
    if (row.file.size > importLimits.fileBytes) {
      fail(pick(tooLarge))
      continue
    }
    const content = await row.file.arrayBuffer().catch(() => null)
    if (content) readable.push({ row, content })
    else fail(say('import:unreadable'))
  }
  return readable
}

function queryOf({ isDryRun, createsMissing, run }: Options): string {
  return new URLSearchParams({
    ...(isDryRun ? { dryRun: 'true' } : {}),
    ...(createsMissing ? { createMissing: 'true' } : {}),
    ...(run !== null && !isDryRun ? { run } : {}),
  }).toString()
}

/** The lines of an answer as they arrive. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ImportLine> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      const lines = (rest + decoder.decode(value, { stream: !done })).split('\n')
      rest = lines.pop() ?? ''
      for (const text of lines) {
        const line: unknown = JSON.parse(text)
        if (isLine(line)) yield line
      }
      if (done) return
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function isLine(line: unknown): line is ImportLine {
  return isRecord(line) && ('start' in line || 'end' in line || isFileLine(line))
}

function isFileLine(line: object): line is FileLine {
  return 'index' in line && 'file' in line && 'result' in line
}
