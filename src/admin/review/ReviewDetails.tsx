'use client'

import type { Change, PlainValue } from '#portrait/difference/change.ts'
import { labelOf } from '#portrait/labels.ts'
import { partsAt } from '#portrait/registry.ts'
import { useWords } from '../words/use-words.ts'
import { useNames } from './Names.tsx'
import { ReviewTable } from './ReviewTable.tsx'
import styles from './review.module.css'

/** What changed beside the words: the field, what stood there and what stands there now. */
export function ReviewDetails({ changes }: { changes: readonly Change[] }) {
  const { say, pick, language } = useWords()
  const nameOf = useNames()
  if (changes.length === 0) return null
  const show = ({ field }: Change, value: PlainValue): string => {
    const kind = partsAt(field).at(-1)?.kind
    return kind?.inWords(value, language) || lineOf(value, nameOf)
  }
  return (
    <ReviewTable
      columns={[say('review:field'), say('review:before'), say('review:after')]}
      title={say('review:details')}
    >
      {changes.map((change) => (
        <tr data-change key={`${change.path} ${change.kind}`} tabIndex={-1}>
          <th scope="row">{pick(labelOf(change.field))}</th>
          {change.kind === 'moved' ? (
            <td colSpan={2}>
              {say('review:moved', {
                from: Number(change.before) + 1,
                to: Number(change.after) + 1,
              })}
            </td>
          ) : (
            <>
              <td>
                <del className={styles.delete}>{show(change, change.before)}</del>
              </td>
              <td>
                <ins className={styles.insert}>{show(change, change.after)}</ins>
              </td>
            </>
          )}
        </tr>
      ))}
    </ReviewTable>
  )
}

/** A value as one line of text; lists by comma, objects by their parts, entries by their names. */
function lineOf(value: PlainValue, nameOf: (id: string) => string): string {
  if (value === null) return ''
  if (typeof value === 'string') return nameOf(value)
  if (typeof value !== 'object') return String(value)
  return Object.values(value as Readonly<Record<string, PlainValue>>)
    .map((part) => lineOf(part, nameOf))
    .filter(Boolean)
    .join(', ')
}
