'use client'

import { useParams, useSearchParams } from 'next/navigation'
import { useNow } from '#admin/kit/use-now.ts'
import { formatsIn } from '#admin/words/formats.ts'
import { previewWords } from '#admin/words/preview.ts'
import type { Language } from '#model/text.ts'
import styles from './portrait.module.css'

/**
 * Why a preview shows nothing. A token says itself until when it holds; whether it was signed here, only
 * the server knows, and it has said no.
 */
export function RefusedPreview({ language }: { language: Language }) {
  const expires = Number(useSearchParams().get('token')?.split('.')[2])
  const isDocument = useParams().id !== undefined
  const now = useNow()
  const isExpired = expires > 0 && expires * 1000 <= now.getTime()
  const why = isDocument ? 'nothing' : isExpired ? 'expired' : 'unknown'
  const until = isExpired ? formatsIn(language).moment(new Date(expires * 1000)) : ''
  return (
    <main className={styles.refused} lang={language}>
      <h1 className={styles.headline}>{previewWords[titles[why]][language]}</h1>
      <p>{previewWords[why][language].replace('{{until}}', until)}</p>
    </main>
  )
}

const titles = {
  nothing: 'nothingTitle',
  expired: 'expiredTitle',
  unknown: 'unknownTitle',
} as const
