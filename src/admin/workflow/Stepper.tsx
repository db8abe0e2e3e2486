'use client'

import { inLanguage } from '#model/text.ts'
import { stageLabels, type Stage } from '#model/stages.ts'
import { StageMark } from '../kit/StageBadge.tsx'
import { useWords } from '../words/use-words.ts'
import styles from './workflow.module.css'

/** The way of a text; a place on it can be one of several stages. */
const way: readonly (readonly [Stage, ...Stage[]])[] = [
  ['draft', 'changes_requested'],
  ['in_review'],
  ['approved', 'scheduled'],
  ['live'],
]

/** Where a text is on its way from the first draft to its readers. */
export function Stepper({ stage }: { stage: Stage }) {
  const { say, language } = useWords()
  const places = stage === 'archived' ? [['archived'] as const] : way
  const at = places.findIndex((place) => place.some((name) => name === stage))
  return (
    <ol aria-label={say('bar:steps')} className={styles.stepper}>
      {places.map((place, index) => {
        const shown = index === at ? stage : place[0]
        return (
          <li
            aria-current={index === at ? 'step' : undefined}
            className={styles.step}
            data-place={index < at ? 'past' : index === at ? 'here' : 'ahead'}
            key={place[0]}
          >
            <StageMark stage={shown} />
            {inLanguage(stageLabels[shown], language)}
          </li>
        )
      })}
    </ol>
  )
}
