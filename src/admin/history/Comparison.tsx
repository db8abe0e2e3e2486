'use client'

import type { EditorialCollection } from '#model/documents.ts'
import { sectionKindLabels, type SectionKind } from '#model/section-kinds.ts'
import type { Change, Difference } from '#portrait/difference/change.ts'
import { labelOf } from '#portrait/labels.ts'
import kit from '../kit/kit.module.css'
import { useLoaded } from '../kit/use-loaded.ts'
import { Changed } from '../review/Changed.tsx'
import { NamesIn } from '../review/Names.tsx'
import { ReviewDetails } from '../review/ReviewDetails.tsx'
import { useWords } from '../words/use-words.ts'
import styles from './history.module.css'

/** What changed from one version of a text to another. */
export function Comparison(props: {
  text: { collection: EditorialCollection; id: string }
  pair: { from: string | null; to: string | null }
}) {
  const { text, pair } = props
  const { say, pick } = useWords()
  const { from, to } = pair
  const address = `/${text.collection}/${text.id}/workflow/diff`
  const { body, problem } = useLoaded<Difference>(
    from === null || to === null ? null : `${address}?from=${from}&to=${to}`,
    // Two texts under their digests differ in the same way for ever.
    { isFreshFor: Infinity },
  )
  const changes = body?.changes

  const titleOf = ({ field, section }: Change) => {
    const kind = section?.kind as SectionKind | null | undefined
    const parts = [pick(labelOf(field)), kind && pick(sectionKindLabels[kind]), section?.heading]
    return parts.filter(Boolean).join(' · ')
  }
  const worded = changes?.filter(({ words }) => words !== undefined) ?? []
  return (
    <section aria-labelledby="history-comparison" aria-live="polite">
      <h2 className={styles.heading} id="history-comparison">
        {say('history:comparison')}
      </h2>
      {from === null || to === null ? (
        <p className={styles.note}>{say('history:chooseTwo')}</p>
      ) : problem ? (
        <p className={kit.problem}>{problem}</p>
      ) : changes?.length === 0 ? (
        <p>{say('history:same')}</p>
      ) : (
        worded.map((change) => (
          <div className={styles.change} key={change.path}>
            <h3>{titleOf(change)}</h3>
            <Changed words={change.words ?? []} />
          </div>
        ))
      )}
      <NamesIn of={changes}>
        <ReviewDetails changes={changes?.filter(({ words }) => words === undefined) ?? []} />
      </NamesIn>
    </section>
  )
}
