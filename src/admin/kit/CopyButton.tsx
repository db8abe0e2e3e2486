'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { copyText } from './clipboard.ts'

/** Copies a text, and says for a moment that it has. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { say } = useWords()
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => {
      setIsCopied(false)
    }, 3000)
    return () => {
      clearTimeout(timer)
    }
  }, [isCopied])
  return (
    <Button
      buttonStyle="secondary"
      margin={false}
      onClick={() => {
        void copyText(text).then(setIsCopied)
      }}
      size="small"
      type="button"
    >
      <span aria-live="polite">{isCopied ? say('kit:copied') : (label ?? say('kit:copy'))}</span>
    </Button>
  )
}
