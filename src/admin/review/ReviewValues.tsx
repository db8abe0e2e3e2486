'use client'

import { isRecord, relationId } from '#model/documents.ts'
import type { Language } from '#model/text.ts'
import type { Kind } from '#portrait/field.ts'
import { useWords } from '../words/use-words.ts'
import { ReviewPassages } from './ReviewPassages.tsx'
import { ReviewDetails } from './ReviewDetails.tsx'
import type { ReviewBlockProps } from './ReviewText.tsx'
import { useNames } from './use-names.ts'
import styles from './review.module.css'

/**
 * A field that is no running text: each value with its label, as it is signed, and below it what
 * changed. Where comments may stand on its words, these are read as passages.
 */
export function ReviewValues(props: ReviewBlockProps) {
  const { reviewed, isComparing, isOnlyChanges } = props
  const { field, value, changes } = reviewed
  const { pick, language } = useWords()
  const lines = linesOf(field.kind, value, language)
  const nameOf = useNames(lines.flatMap(({ relations }) => relations))
  if (field.isQuotable) return <ReviewPassages {...props} />
  if (lines.length === 0 && changes.length === 0) return null
  if (isComparing && isOnlyChanges && changes.length === 0) return null
  return (
    <>
      {lines.length === 0 ? null : (
        <section className={styles.block}>
          <div className={styles.text}>
            <h2 className={styles.heading}>{pick(field.label)}</h2>
            <dl className={styles.values}>
              {lines.map(({ label, said, relations }, index) => (
                <div key={index}>
                  {label === null ? null : <dt>{pick(label)}</dt>}
                  <dd>{said === '' ? relations.map(nameOf).join(', ') : said}</dd>
                </div>
              ))}
            </dl>
          </div>
        </section>
      )}
      {isComparing ? <ReviewDetails changes={changes} /> : null}
    </>
  )
}

interface Line {
  label: { de: string; en: string } | null
  said: string
  relations: string[]
}

/** What a value says, one line for each part of it that an approval covers and that is filled. */
function linesOf(kind: Kind, value: unknown, language: Language): Line[] {
  const { comparison } = kind
  if (kind.canonical(value) === undefined) return []
  if (!('parts' in comparison)) {
    return [{ label: null, said: kind.inWords(value, language), relations: relationsIn(value) }]
  }
  const wholes = (Array.isArray(value) ? value : [value]).filter(isRecord)
  return wholes.flatMap((whole) =>
    Object.entries(comparison.parts).flatMap(([name, part]) =>
      part.inDigest
        ? linesOf(part.kind, whole[name], language).map((line) => ({
            ...line,
            label: line.label ?? part.label,
          }))
        : [],
    ),
  )
}

function relationsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => relationId(item) ?? [])
}
