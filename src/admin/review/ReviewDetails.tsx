'use client'

import type { Change, PlainValue } from '#workflow/difference/change.ts'
import kit from '../kit/kit.module.css'
import type { Word } from '../words/index.ts'
import { fieldsWords } from '../words/fields.ts'
import { useWords } from '../words/use-words.ts'
import { lineOf } from './blocks.ts'
import { useNames } from './use-names.ts'
import styles from './review.module.css'

/** What changed beside the text: profession, sources, pictures, search engines, provenance, sites. */
export function ReviewDetails({ changes }: { changes: readonly Change[] }) {
  const { say } = useWords()
  const nameOf = useNames(
    changes.flatMap(({ before, after }) => [...textsIn(before), ...textsIn(after)]),
  )
  if (changes.length === 0) return null
  return (
    <section className={styles.block}>
      <div className={styles.text}>
        <h2 className={styles.heading}>{say('review:details')}</h2>
        <div className={kit.scroll} tabIndex={0}>
          <table className={kit.table}>
            <thead>
              <tr>
                <th scope="col">{say('review:field')}</th>
                <th scope="col">{say('review:before')}</th>
                <th scope="col">{say('review:after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr data-change key={`${change.path} ${change.kind}`} tabIndex={-1}>
                  <th scope="row">{say(fieldWord(change.field))}</th>
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
                        <del className={styles.delete}>{lineOf(change.before, nameOf)}</del>
                      </td>
                      <td>
                        <ins className={styles.insert}>{lineOf(change.after, nameOf)}</ins>
                      </td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  )
}

/** The name of the field that a path of a difference begins with. */
export function fieldWord(field: string): Word {
  const names = field.split('.')
  const last = names.at(-1) ?? ''
  const known = [...(names[0] === 'sections' ? [last] : []), names[0] ?? ''].find(
    (name): name is keyof typeof fieldsWords => name in fieldsWords,
  )
  return `fields:${known ?? 'body'}`
}

function textsIn(value: PlainValue): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value as Readonly<Record<string, PlainValue>>).flatMap(textsIn)
}
