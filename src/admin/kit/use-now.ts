'use client'

import { useState } from 'react'

/** The moment at which somebody began to look: what is drawn again does not change by it. */
export function useNow(): Date {
  const [now] = useState(() => new Date())
  return now
}
