import type { ReactNode } from 'react'
import kit from '../kit/kit.module.css'
import { ScrollArea } from '../kit/ScrollArea.tsx'
import styles from './review.module.css'

/** A part of a review that is read as a table. */
export function ReviewTable(props: {
  title: string
  columns: readonly string[]
  /** The rows. */
  children: ReactNode
}) {
  const { title, columns, children } = props
  return (
    <section className={styles.block}>
      <div className={styles.text}>
        <h2 className={styles.heading}>{title}</h2>
        <ScrollArea className={kit.scroll} label={title}>
          <table className={kit.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </ScrollArea>
      </div>
    </section>
  )
}
