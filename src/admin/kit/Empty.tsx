import type { ReactNode } from 'react'
import styles from './kit.module.css'

/** Says that there is nothing here, why that is, and what to do about it. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className={styles.empty}>{children}</div>
}
