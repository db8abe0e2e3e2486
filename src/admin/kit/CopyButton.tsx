'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useWords } from '../words/use-words.ts'

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
        void copy(text).then(setIsCopied)
      }}
      size="small"
      type="button"
    >
      <span aria-live="polite">{isCopied ? say('kit:copied') : (label ?? say('kit:copy'))}</span>
    </Button>
  )
}

/** Without https there is no clipboard but that of a selection. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    document.body.append(field)
    field.select()
    // The only way where there is no clipboard to write to.
    const isCopied = document.execCommand('copy')
    field.remove()
    return isCopied
  }
}
