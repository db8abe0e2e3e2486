'use client'

import { useQueries } from '@tanstack/react-query'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { read } from '../kit/api.ts'
import { keyOf } from '../kit/keys.ts'
import { useWords } from '../words/use-words.ts'
import { idsIn, namesOf, type NamedEntry } from './names.ts'

/** What a relation of an editorial document leads to. */
const collections = ['professions', 'regions', 'sources', 'sites', 'media', 'users'] as const

/** Names change seldom: for so long they are not asked for again, in milliseconds. */
const newFor = 60_000

const Names = createContext<(id: string) => string>((id) => id)

/** Asks once for the names of all entries that something leads to, for whatever is shown below. */
export function NamesIn({ of, children }: { of: unknown; children: ReactNode }) {
  const { say, language } = useWords()
  const wanted = useMemo(() => idsIn(of), [of])
  const paths = collections.flatMap((collection) =>
    wanted.map((ids) => `/${collection}?depth=0&limit=0&where[id][in]=${ids.join(',')}`),
  )
  const names = useQueries({
    queries: paths.map((path) => ({
      queryKey: keyOf(path, language),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        read<{ docs: NamedEntry[] }>(path, { say, language, signal }),
      staleTime: newFor,
    })),
    combine: (answers) => namesOf(answers.flatMap(({ data }) => data?.docs ?? [])),
  })
  const nameOf = useMemo(() => (id: string) => names.get(id) ?? id, [names])
  return <Names value={nameOf}>{children}</Names>
}

/** The names of entries by their ids; an id whose entry cannot be read stands for itself. */
export function useNames(): (id: string) => string {
  return useContext(Names)
}
