'use client'

import { salaryKindLabels, salaryPeriodLabels } from '#model/salary.ts'
import { sectionKindLabels } from '#model/section-kinds.ts'
import type { ImportedLine } from '#importing/portraits/lines.ts'
import { useWords } from '../words/use-words.ts'
import styles from './import.module.css'

/** What was recognised in a text: in one line, and in full where somebody wants to know. */
export function RecognisedContent(props: { told: ImportedLine; isDone: boolean }) {
  const { told, isDone } = props
  const { sections, figures, warnings, made, headline } = told
  const { say, pick } = useWords()
  const counts = [
    say('import:sections', { count: sections.length }),
    say('import:figures', { count: figures.length }),
    ...(warnings.length > 0 ? [say('import:warnings', { count: warnings.length })] : []),
  ]
  return (
    <>
      {made.profession === undefined ? null : (
        <p>
          {say(isDone ? 'import:madeProfession' : 'import:makesProfession', {
            name: made.profession,
          })}
        </p>
      )}
      {made.region === undefined ? null : (
        <p>{say(isDone ? 'import:madeRegion' : 'import:makesRegion', { name: made.region })}</p>
      )}
      <details className={styles.details}>
        <summary>{counts.join(' · ')}</summary>
        <dl>
          <dt>{say('import:headlineOf')}</dt>
          <dd>{headline}</dd>
          <dt>{say('import:sectionsOf')}</dt>
          {sections.map(({ kind, heading, isDoubtful }, index) => (
            <dd key={index}>
              <strong>{pick(sectionKindLabels[kind])}</strong>: {heading ?? say('import:noHeading')}
              {isDoubtful ? ` (${say('import:doubtful')})` : ''}
            </dd>
          ))}
          {figures.length > 0 ? <dt>{say('import:figuresOf')}</dt> : null}
          {figures.map(({ kind, period, statedAs, isSourced }, index) => (
            <dd key={index}>
              <strong>{pick(salaryKindLabels[kind])}</strong> {pick(salaryPeriodLabels[period])}:{' '}
              {say('import:quoted', { text: statedAs })}
              {isSourced ? '' : ` (${say('import:unsourced')})`}
            </dd>
          ))}
          {warnings.length > 0 ? <dt>{say('import:warningsOf')}</dt> : null}
          {warnings.map(({ line, message }, index) => (
            <dd key={index}>
              {line === null ? '' : `${say('import:line', { line })}: `}
              {message}
            </dd>
          ))}
        </dl>
      </details>
    </>
  )
}
