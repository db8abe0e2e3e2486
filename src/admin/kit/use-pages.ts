'use client'

import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useWords } from '../words/use-words.ts'
import { read } from './api.ts'
import { keyOf, withCursor } from './keys.ts'

interface Paged {
  nextCursor: string | null
}

export interface Pages<Page> {
  /** null: not there yet. */
  pages: readonly Page[] | null
  problem: string | null
  isLoading: boolean
  hasMore: boolean
  more: () => void
  reload: () => void
  /** Changes what is shown, after a call that changed it. */
  change: (change: (page: Page) => Page) => void
}

/**
 * What an endpoint gives a page at a time. `first` is its first page where the server has drawn it, and
 * by what to tell it from that of another drawing.
 */
export function usePages<Page extends Paged>(
  path: string,
  first?: { page: Page; drawing: string },
): Pages<Page> {
  const { say, language } = useWords()
  const client = useQueryClient()
  const key = keyOf(path, language, { pages: first?.drawing ?? true })
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ signal, pageParam }) =>
      read<Page>(withCursor(path, pageParam), { say, language, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    ...(first
      ? { initialData: { pages: [first.page], pageParams: [null] }, staleTime: Infinity, gcTime: 0 }
      : {}),
  })
  return {
    pages: query.data?.pages ?? null,
    problem: query.error?.message ?? null,
    isLoading: query.isFetching,
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
    change: (change) => {
      client.setQueryData<InfiniteData<Page>>(
        key,
        (known) => known && { ...known, pages: known.pages.map(change) },
      )
    },
  }
}
