import type { PreviewPage } from '#preview/page.ts'
import styles from './portrait.module.css'
import { PortraitArticle } from './PortraitArticle.tsx'
import { Surroundings } from './Surroundings.tsx'

/** A portrait as a site would show it, with what stands around it. */
export function PortraitPage({ page }: { page: PreviewPage }) {
  return (
    <main className={styles.page}>
      <PortraitArticle page={page} room="inPreview" />
      <Surroundings page={page} room="inPreview" />
    </main>
  )
}
