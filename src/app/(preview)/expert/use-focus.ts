'use client'

import { useEffect, useState } from 'react'

/** Gives the focus to what has an id, once it is there. */
export function useFocus(): (id: string) => void {
  const [target, setTarget] = useState<{ id: string } | null>(null)
  useEffect(() => {
    if (target) document.getElementById(target.id)?.focus()
  }, [target])
  return (id) => {
    setTarget({ id })
  }
}
