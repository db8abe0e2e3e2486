import type { ReactNode } from 'react'
import type { SectionKind } from '#model/section-kinds.ts'
import styles from './sections.module.css'

/** A small picture of what a section is about; its name always stands beside it. */
export function KindIcon({ kind }: { kind: SectionKind }) {
  return (
    <svg
      aria-hidden="true"
      className={styles.icon}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.75"
      viewBox="0 0 24 24"
    >
      {drawings[kind]}
    </svg>
  )
}

const drawings: Readonly<Record<SectionKind, ReactNode>> = {
  // A list with ticks.
  aufgaben: (
    <path d="m3 6 1.5 1.5L7 5M3 12l1.5 1.5L7 11M3 18l1.5 1.5L7 17M11 6.5h10M11 12.5h10M11 18.5h10" />
  ),
  // A seal with a star.
  anforderungen: (
    <>
      <circle cx="12" cy="9" r="6" />
      <path d="m8.5 14-1.5 7 5-2.5 5 2.5-1.5-7M12 6.5v5M9.5 9h5" />
    </>
  ),
  // A desk with a screen.
  arbeitsumfeld: <path d="M5 4h14v9H5zM12 13v3M2 16h20M4 16v4M20 16v4" />,
  // A mortarboard.
  zugang: <path d="m2 9 10-5 10 5-10 5zM6 11v5c0 1.5 3 3 6 3s6-1.5 6-3v-5M22 9v6" />,
  // A pin on a map.
  regionales: (
    <>
      <path d="M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21z" />
      <circle cx="12" cy="9.5" r="2.5" />
    </>
  ),
  // The sign of the euro.
  verdienst: <path d="M18 6.5A7 7 0 1 0 18 17.5M3.5 10.5H13M3.5 13.5H12" />,
  // An open book.
  weiterbildung: (
    <path d="M12 6c-2-1.5-5-2-9-2v14c4 0 7 .5 9 2 2-1.5 5-2 9-2V4c-4 0-7 .5-9 2zM12 6v14" />
  ),
  // A curve that rises.
  perspektive: <path d="M3 20h18M3 16l5.5-5.5 4 4L21 6M15.5 6H21v5.5" />,
  // Three dots.
  sonstiges: (
    <>
      <circle cx="5" cy="12" r="1.5" />
      <circle cx="12" cy="12" r="1.5" />
      <circle cx="19" cy="12" r="1.5" />
    </>
  ),
}
