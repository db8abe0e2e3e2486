'use client'

import { useEffect, useState, type RefObject } from 'react'
import { markInside, type Mark } from './mark.ts'

/** The words that are marked inside an element, as they are marked. */
export function useMark(place: RefObject<HTMLElement | null>): Mark | null {
  const [mark, setMark] = useState<Mark | null>(null)
  useEffect(() => {
    const look = () => {
      setMark(place.current ? markInside(place.current) : null)
    }
    document.addEventListener('selectionchange', look)
    return () => {
      document.removeEventListener('selectionchange', look)
    }
  }, [place])
  return mark
}
