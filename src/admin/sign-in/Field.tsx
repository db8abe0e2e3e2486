'use client'

import type { ComponentProps } from 'react'
import kit from '../kit/kit.module.css'

/** A field of the forms of the sign-in, with its label. @param props.onChange hears what is typed */
export function Field({
  label,
  onChange,
  ...input
}: { label: string; onChange?: (value: string) => void } & Omit<
  ComponentProps<'input'>,
  'className' | 'onChange'
>) {
  return (
    <label className={kit.field}>
      <span>{label}</span>
      <input
        {...input}
        className={kit.input}
        {...(onChange
          ? {
              onChange: (event) => {
                onChange(event.target.value)
              },
            }
          : {})}
      />
    </label>
  )
}
