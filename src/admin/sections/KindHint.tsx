'use client'

import { useFormFields } from '@payloadcms/ui'
import { sectionKindHints, sectionKinds } from '#model/section-kinds.ts'
import { useWords } from '../words/use-words.ts'
import { KindIcon } from './KindIcon.tsx'
import styles from './sections.module.css'

/** Below the kind of a section: what belongs in one of this kind. */
export function KindHint({ path }: { path: string }) {
  const value = useFormFields(([fields]) => fields[path]?.value)
  const { say, pick } = useWords()
  const kind = sectionKinds.find((name) => name === value)
  return (
    <p aria-live="polite" className={styles.hint}>
      {kind ? (
        <>
          <KindIcon kind={kind} /> {say('sections:holds')} {pick(sectionKindHints[kind])}
        </>
      ) : (
        say('sections:choose')
      )}
    </p>
  )
}
