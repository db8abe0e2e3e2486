import type { ReactNode } from 'react'

/** What scrolls when there is too little room, by the keyboard too: so it takes the focus, under a name. */
export function ScrollArea(props: {
  label: string
  className: string | undefined
  children: ReactNode
}) {
  const { label, className, children } = props
  return (
    <div aria-label={label} className={className} role="group" tabIndex={0}>
      {children}
    </div>
  )
}
