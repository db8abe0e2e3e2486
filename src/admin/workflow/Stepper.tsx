'use client'

import { inLanguage } from '#model/text.ts'
import { stageLabels, type Stage } from '#model/stages.ts'
import { StageMark } from '../kit/StageBadge.tsx'
import { useWords } from '../words/use-words.ts'
import { placesFor } from './way.ts'
import styles from './workflow.module.css'

/** Where a text is on its way from the first draft to its readers. */
export function Stepper({ stage }: { stage: Stage }) {
  const { say, language } = useWords()
  return (
    <ol aria-label={say('bar:steps')} className={styles.stepper}>
      {placesFor(stage).map((place) => (
        <li
          aria-current={place.standing === 'here' ? 'step' : undefined}
          className={styles.step}
          data-place={place.standing}
          key={place.stage}
        >
          <StageMark stage={place.stage} />
          {inLanguage(stageLabels[place.stage], language)}
        </li>
      ))}
    </ol>
  )
}
