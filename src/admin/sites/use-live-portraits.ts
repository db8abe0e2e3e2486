'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { isRecord } from '#model/documents.ts'
import { useApi } from '../kit/use-api.ts'

/** A portrait that is live, by the slugs under which sites ask for it. */
export interface LivePortrait {
  id: string
  profession: string
  professionName: string
  /** null: nationwide. */
  region: string | null
  regionName: string | null
}

const most = '50'
const pause = 250

/** The portraits that are live and whose profession or place is called so; the first one is chosen. */
export function useLivePortraits(
  text: string,
  onChoose: (portrait: LivePortrait | null) => void,
): { portraits: LivePortrait[]; problem: string | null; reload: () => void } {
  const api = useApi()
  const [portraits, setPortraits] = useState<LivePortrait[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const asked = useRef(0)

  const load = useCallback(async () => {
    const mine = (asked.current += 1)
    const [regional, nationwide] = await Promise.all([
      api<{ docs: unknown[] }>(`/regional-sections?${queryFor(text, ['profession', 'region'])}`),
      api<{ docs: unknown[] }>(`/career-profiles?${queryFor(text, ['profession'])}`),
    ])
    if (mine !== asked.current) return
    if (!regional.ok || !nationwide.ok) {
      setProblem(regional.ok ? (nationwide.ok ? null : nationwide.message) : regional.message)
      return
    }
    const found = [...regional.body.docs, ...nationwide.body.docs].flatMap(
      (document) => toPortrait(document) ?? [],
    )
    setProblem(null)
    setPortraits(found)
    onChoose(found[0] ?? null)
  }, [api, onChoose, text])

  useEffect(() => {
    const timer = setTimeout(() => void load(), text === '' ? 0 : pause)
    return () => {
      clearTimeout(timer)
    }
  }, [load, text])

  return { portraits, problem, reload: () => void load() }
}

function queryFor(text: string, names: readonly string[]): string {
  const query = new URLSearchParams({
    'where[and][0][_status][equals]': 'published',
    depth: '1',
    limit: most,
    sort: '-updatedAt',
  })
  for (const name of names) query.set(`select[${name}]`, 'true')
  if (text.trim() !== '') {
    for (const [index, name] of names.entries()) {
      query.set(`where[and][1][or][${String(index)}][${name}.name][like]`, text.trim())
    }
  }
  return query.toString()
}

function toPortrait(document: unknown): LivePortrait | null {
  if (!isRecord(document) || typeof document.id !== 'string') return null
  const profession = named(document.profession)
  if (!profession) return null
  const region = named(document.region)
  return {
    id: document.id,
    profession: profession.slug,
    professionName: profession.name,
    region: region?.slug ?? null,
    regionName: region?.name ?? null,
  }
}

function named(value: unknown): { slug: string; name: string } | null {
  if (!isRecord(value)) return null
  const { slug, name } = value
  return typeof slug === 'string' && typeof name === 'string' ? { slug, name } : null
}
