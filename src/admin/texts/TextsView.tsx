'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import { withChanges, type Parameters } from './address.ts'
import { pathOfTexts } from './paths.ts'
import { SavedViews } from './SavedViews.tsx'
import { TextFilters, type FilterChoices } from './TextFilters.tsx'
import { TextList, type FirstPage } from './TextList.tsx'
import styles from './list.module.css'

/** The list of texts with its filters, views, selection and export. */
export function TextsView(props: {
  first: FirstPage
  parameters: Parameters
  choices: FilterChoices
  problem: string | null
}) {
  const { first, parameters, choices, problem } = props
  const { say } = useWords()
  const router = useRouter()
  const [isMoving, startMoving] = useTransition()

  const goTo = (next: Parameters) => {
    startMoving(() => {
      router.push(pathOfTexts(next))
    })
  }
  const change = (changes: Readonly<Record<string, string | null>>) => {
    goTo(withChanges(parameters, changes))
  }

  return (
    <div aria-busy={isMoving} className={isMoving ? styles.moving : undefined}>
      <SavedViews onChoose={goTo} parameters={parameters} />
      <TextFilters choices={choices} onChange={change} parameters={parameters} />
      {problem ? (
        <p className={kit.problem} role="alert">
          {say('list:refused', { reason: problem })}
        </p>
      ) : null}
      {/* Another address brings another list; the filters stay as they are, and the focus in them. */}
      <TextList
        first={first}
        key={first.drawing}
        onSort={(sort) => {
          change({ sort })
        }}
        parameters={parameters}
      />
    </div>
  )
}
