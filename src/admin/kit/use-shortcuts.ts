'use client'

import { useEffect, useRef } from 'react'
import type { Word } from '../words/index.ts'

/** One key, what it does, and what it is called in the list of shortcuts. */
export interface Shortcut {
  key: string
  word: Word
  run: () => void
}

/**
 * Listens for single keys. They mean nothing while somebody writes, a dialog is open, or a modifier is
 * held.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const shortcut = current.current.find(({ key }) => key === event.key)
      if (!shortcut) return
      event.preventDefault()
      shortcut.run()
    }
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', listen)
    }
  }, [])
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}
