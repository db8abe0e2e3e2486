'use client'

import { useEffect, useState } from 'react'

/** A value once it has not changed for a while; what it was before until then. */
export function useSettled<Value>(value: Value, pause: number, before: Value = value): Value {
  const [settled, setSettled] = useState(before)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(() => value)
    }, pause)
    return () => {
      clearTimeout(timer)
    }
  }, [value, pause])
  return settled
}
