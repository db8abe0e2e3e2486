'use client'

import { useParams, useSearchParams } from 'next/navigation'
import styles from './portrait.module.css'

/**
 * Why a preview shows nothing. A token says itself until when it holds; whether it was signed here, only
 * the server knows, and it has said no.
 */
export function RefusedPreview() {
  const token = useSearchParams().get('token')
  const { id } = useParams()
  const { title, text } = reasonOf(id !== undefined, token)
  return (
    <main className={styles.refused}>
      <h1 className={styles.headline}>{title}</h1>
      <p>{text}</p>
    </main>
  )
}

function reasonOf(isDocument: boolean, token: string | null): { title: string; text: string } {
  if (isDocument) {
    return {
      title: 'Hier gibt es nichts zu sehen',
      text: 'Diesen Text gibt es nicht, oder Sie dürfen ihn nicht lesen. Melden Sie sich an, oder bitten Sie um einen Vorschau-Link.',
    }
  }
  const expires = Number(token?.split('.')[2])
  if (expires > 0 && expires * 1000 <= Date.now()) {
    const date = new Date(expires * 1000).toLocaleString('de-DE', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Europe/Berlin',
    })
    return {
      title: 'Diese Vorschau ist abgelaufen',
      text: `Der Link galt bis ${date} Uhr. Bitten Sie die Redaktion um einen neuen.`,
    }
  }
  return {
    title: 'Dieser Link gilt nicht',
    text: 'Er ist unvollständig oder verändert, oder der Text wird nicht mehr aufbewahrt. Kopieren Sie den ganzen Link, oder bitten Sie die Redaktion um einen neuen.',
  }
}
