'use client'

import { isRecord, relationIds } from '#model/documents.ts'
import type { BilingualText, Language } from '#model/text.ts'
import type { Kind } from '#portrait/kinds/field.ts'
import { useWords } from '../words/use-words.ts'
import { ReviewPassages } from './ReviewPassages.tsx'
import { ReviewDetails } from './ReviewDetails.tsx'
import type { ReviewBlockProps } from './ReviewText.tsx'
import { useNames } from './Names.tsx'
import styles from './review.module.css'

/**
 * A field that is no running text: each value with its label, as it is signed, and below it what
 * changed. Where comments may stand on its words, these are read as passages.
 */
export function ReviewValues(props: ReviewBlockProps) {
  const { reviewed, isComparing, isOnlyChanges } = props
  const { field, value, changes } = reviewed
  const { pick, language } = useWords()
  const lines = linesOf(field.kind, value, language).filter(
    ({ isText }) => !(isText && field.isQuotable),
  )
  const nameOf = useNames()
  const isHidden = isComparing && isOnlyChanges && changes.length === 0
  return (
    <>
      {lines.length === 0 || isHidden ? null : (
        <section className={styles.block}>
          <div className={styles.text}>
            <h2 className={styles.heading}>{pick(field.label)}</h2>
            <dl className={styles.values}>
              {lines.map(({ label, row, said, relations }, index) => (
                <div key={index}>
                  {label === null ? null : (
                    <dt>
                      {row === null ? null : `${String(row)}. `}
                      {pick(label)}
                    </dt>
                  )}
                  <dd>{said === '' ? relations.map(nameOf).join(', ') : said}</dd>
                </div>
              ))}
            </dl>
          </div>
        </section>
      )}
      {field.isQuotable ? (
        <ReviewPassages {...props} />
      ) : isComparing ? (
        <ReviewDetails changes={changes} />
      ) : null}
    </>
  )
}

interface Line {
  label: BilingualText | null
  /** Which row it is of, from 1. */
  row: number | null
  said: string
  relations: string[]
  /** Whether it is running text, where comments may stand. */
  isText: boolean
}

/** What a value says, one line for each part of it that an approval covers and that is filled. */
function linesOf(kind: Kind, value: unknown, language: Language): Line[] {
  const { comparison } = kind
  if (kind.canonical(value) === undefined) return []
  if (!('parts' in comparison)) {
    const said = kind.inWords(value, language)
    const isText = kind.textsIn(value).length > 0
    return [{ label: null, row: null, said, relations: relationIds([value].flat()), isText }]
  }
  const isList = Array.isArray(value)
  const wholes = (isList ? value : [value]).filter(isRecord)
  return wholes.flatMap((whole, index) =>
    Object.entries(comparison.parts).flatMap(([name, part]) =>
      part.inDigest
        ? linesOf(part.kind, whole[name], language).map((line) => ({
            ...line,
            label: line.label ?? part.label,
            row: isList ? index + 1 : null,
          }))
        : [],
    ),
  )
}
