'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { importLimits } from '#importing/portraits/file/limits.ts'
import { useWarningBeforeLeaving } from '../kit/use-warning-before-leaving.ts'
import { useWords } from '../words/use-words.ts'
import { withoutStrangers, type GivenFile } from './given-files.ts'
import {
  addFiles,
  namesUnknown,
  pendingOf,
  withSeen,
  type ImportRow,
  type FileOutcome,
} from './rows.ts'
import { sendFiles } from './send-files.ts'

/** Choosing files; seeing what they are; choosing what to write; writing; stopped halfway; done. */
export type Phase = 'choosing' | 'looking' | 'seen' | 'writing' | 'stopped' | 'done'

/** So many files go in one request: the next one continues the run where a line broke off. */
const filesAtOnce = 10

/** An import on the page, from the first file to the report. */
export function useImport() {
  const { say, pick, language } = useWords()
  const [rows, setRows] = useState<ImportRow[]>([])
  const [phase, setPhase] = useState<Phase>('choosing')
  const [problem, setProblem] = useState<string | null>(null)
  const [notices, setNotices] = useState<string[]>([])
  const [createsMissing, setCreatesMissing] = useState(false)
  // Once it was so, what is offered about it stays: nothing vanishes under somebody's hand.
  const [hasUnknown, setHasUnknown] = useState(false)
  const sending = useRef<AbortController | null>(null)
  const run = useRef<string | null>(null)

  useWarningBeforeLeaving(phase === 'writing')
  useEffect(() => () => sending.current?.abort(), [])

  const update = useCallback((name: string, change: (row: ImportRow) => ImportRow) => {
    setRows((all) => all.map((row) => (row.name === name ? change(row) : row)))
  }, [])

  const send = useCallback(
    (some: readonly ImportRow[], options: { isDryRun: boolean; createsMissing: boolean }) => {
      const { signal } = (sending.current ??= new AbortController())
      return sendFiles({
        ...options,
        rows: some,
        run: run.current,
        say,
        pick,
        language,
        signal,
        onRun: (opened) => {
          if (!options.isDryRun) run.current = opened
        },
        onTold: (row: ImportRow, told: FileOutcome) => {
          if (namesUnknown(told)) setHasUnknown(true)
          update(row.name, (current) =>
            options.isDryRun ? withSeen(current, told) : { ...current, done: told },
          )
        },
      })
    },
    [language, pick, say, update],
  )

  /** Asks what the files are. All together: two of them may be about the same pair. */
  const look = useCallback(
    async (all: readonly ImportRow[], makes: boolean) => {
      sending.current?.abort()
      sending.current = null
      const unseen = all.map((row) => ({ ...row, seen: null, isChosen: false }))
      setRows(unseen)
      setProblem(null)
      setPhase('looking')
      const sent = await send(unseen, { isDryRun: true, createsMissing: makes })
      if (!sent.isComplete) {
        // Aborted: another look has begun, or the page is gone.
        if (sent.message === null) return
        setProblem(`${sent.message} ${say('import:nothingWritten')}`)
      }
      setPhase('seen')
    },
    [say, send],
  )

  const write = useCallback(
    async (some: readonly ImportRow[]) => {
      sending.current = null
      setProblem(null)
      setPhase('writing')
      for (let index = 0; index < some.length; index += filesAtOnce) {
        const chunk = some.slice(index, index + filesAtOnce)
        const sent = await send(chunk, { isDryRun: false, createsMissing })
        if (sent.isComplete) continue
        setProblem(sent.message ?? say('import:stopped'))
        setPhase('stopped')
        return
      }
      setPhase('done')
    },
    [createsMissing, say, send],
  )

  const choose = useCallback((names: ReadonlySet<string>, isChosen: boolean) => {
    setRows((all) => all.map((row) => (names.has(row.name) ? { ...row, isChosen } : row)))
  }, [])
  const retry = useCallback(
    (some: readonly ImportRow[]) => {
      const retried = some.map((row) => ({ ...row, done: null }))
      for (const { name } of retried) update(name, (row) => ({ ...row, done: null }))
      void write(retried)
    },
    [update, write],
  )

  return {
    rows,
    phase,
    problem,
    notices,
    createsMissing,
    hasUnknown,
    add: (given: readonly GivenFile[]) => {
      const { files, passedOver } = withoutStrangers(given)
      const all = addFiles(rows, files)
      const taken = all.slice(0, importLimits.files)
      setNotices([
        ...(passedOver > 0 ? [say('import:passedOver', { count: passedOver })] : []),
        ...(all.length > taken.length
          ? [say('import:tooMany', { count: all.length - taken.length })]
          : []),
      ])
      if (taken.length > rows.length) void look(taken, createsMissing)
    },
    lookAgain: (makes = createsMissing) => {
      setCreatesMissing(makes)
      void look(rows, makes)
    },
    choose,
    write: () => void write(pendingOf(rows)),
    retry,
    stop: () => sending.current?.abort(),
    startOver: () => {
      sending.current?.abort()
      sending.current = null
      run.current = null
      setRows([])
      setProblem(null)
      setNotices([])
      setHasUnknown(false)
      setCreatesMissing(false)
      setPhase('choosing')
    },
  }
}

export type Import = ReturnType<typeof useImport>
