'use client'

import { useId } from 'react'
import type { EditorialCollection } from '#model/documents.ts'
import { sectionKindLabels } from '#model/section-kinds.ts'
import { expectedKinds } from '#quality/checks/section-kinds.ts'
import { wordsPerMinute, type Measures } from '#quality/measure.ts'
import {
  readabilityLabels,
  readabilityLevels,
  type Readability,
} from '#quality/reading/readability.ts'
import { KindIcon } from '../sections/KindIcon.tsx'
import { useWords } from '../words/use-words.ts'
import styles from './checks.module.css'
import { jumpTo } from './jump.ts'

/** A text in numbers: how long it is, how long it takes, how hard it is to read. */
export function TextFigures(props: { collection: EditorialCollection; measures: Measures }) {
  const { collection, measures } = props
  const { say, format } = useWords()
  const titleId = useId()
  const expected = expectedKinds[collection]
  const present = expected.filter((kind) => measures.sections.some((one) => one.kind === kind))
  return (
    <div className={styles.group}>
      <h4 className={styles.groupTitle} id={titleId}>
        {say('checks:measures')}
      </h4>
      <dl aria-labelledby={titleId} className={styles.figures}>
        <dt>{say('checks:words')}</dt>
        <dd>{format.number(measures.words)}</dd>
        <dt>{say('checks:readingTime')}</dt>
        <dd title={say('checks:timeExplained', { count: wordsPerMinute })}>
          {measures.words > 0 ? say('checks:minutes', { count: measures.readingMinutes }) : '–'}
        </dd>
        <dt>{say('checks:kinds')}</dt>
        <dd>
          {say('checks:kindsPresent', { present: present.length, expected: expected.length })}
        </dd>
        <dt>{say('checks:readability')}</dt>
        <dd>
          <ReadabilityScale readability={measures.readability} />
        </dd>
      </dl>
      <SectionLengths sections={measures.sections} />
    </div>
  )
}

function ReadabilityScale({ readability }: { readability: Readability | null }) {
  const { say, pick, format } = useWords()
  if (!readability) return <>{say('checks:tooShort')}</>
  return (
    <div title={say('checks:gradeExplained')}>
      <strong>{pick(readabilityLabels[readability.level])}</strong>
      <span aria-hidden="true" className={styles.scale}>
        {readabilityLevels.map((level) => (
          <span data-here={level === readability.level} key={level} />
        ))}
      </span>
      <small>{say('checks:grade', { grade: format.number(readability.grade) })}</small>
    </div>
  )
}

function SectionLengths({ sections }: Pick<Measures, 'sections'>) {
  const { say, pick, format } = useWords()
  const titleId = useId()
  const known = sections.flatMap(({ kind, ...rest }) => (kind ? [{ kind, ...rest }] : []))
  if (known.length === 0) return null
  return (
    <>
      <h5 className={styles.lengthsTitle} id={titleId}>
        {say('checks:sections')}
      </h5>
      <ul aria-labelledby={titleId} className={styles.findings}>
        {known.map(({ path, kind, words }) => (
          <li key={path}>
            <button
              className={styles.length}
              onClick={() => {
                void jumpTo(`${path}.body`)
              }}
              type="button"
            >
              <KindIcon kind={kind} />
              <span>{pick(sectionKindLabels[kind])}</span>
              <span className={styles.count}>{format.number(words)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
