'use client'

import { useEffect, useState } from 'react'
import { isUuid } from '#model/documents.ts'
import { useApi } from '../kit/use-api.ts'

/** What a relation of an editorial document leads to. */
const collections = ['professions', 'regions', 'sources', 'sites', 'media', 'users'] as const

/** The names of entries by their ids; an id whose entry cannot be read stands for itself. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const call = useApi()
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const wanted = [...new Set(ids.filter(isUuid))].sort().join(',')
  useEffect(() => {
    if (wanted === '') return
    for (const collection of collections) {
      const query = `depth=0&limit=0&where[id][in]=${wanted}`
      void call<{ docs: { id: string; name?: string; title?: string; filename?: string }[] }>(
        `/${collection}?${query}`,
      ).then((answer) => {
        if (!answer.ok) return
        const found = answer.body.docs.flatMap(({ id, name, title, filename }) => {
          const called = name ?? title ?? filename
          return called === undefined ? [] : [[id, called] as const]
        })
        setNames((known) => ({ ...known, ...Object.fromEntries(found) }))
      })
    }
  }, [call, wanted])
  return (id) => names[id] ?? id
}
