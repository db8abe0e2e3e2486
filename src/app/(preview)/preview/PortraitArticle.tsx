import type { PreviewPage } from '#preview/page.ts'
import { Blocks, type ReadingBlock, type ReadingRoom } from './blocks/Blocks.tsx'
import styles from './portrait.module.css'

/** What stands at the head of the page, what below it, and what around the text; all else follows. */
const head: readonly ReadingBlock[] = ['line', 'headline', 'paragraphs']
const placed: readonly ReadingBlock[] = [...head, 'pictures', 'sections', 'figures']
export const around: readonly ReadingBlock[] = ['sources', 'provenance']

/** The text of a portrait as a site would show it, or as an expert reads it. */
export function PortraitArticle({ page, room }: { page: PreviewPage; room: ReadingRoom }) {
  const { text, profession, region } = page
  const trail = ['Berufe', profession, region].filter((part) => part !== null)
  return (
    <article className={styles.article}>
      <header>
        <p className={styles.trail}>{trail.join(' › ')}</p>
        <Blocks are={(block) => head.includes(block)} room={room} text={text} />
      </header>
      <Blocks are={(block) => block === 'pictures'} room={room} text={text} />
      <Blocks
        are={(block) => block === 'sections'}
        pay={<Blocks are={(block) => block === 'figures'} room={room} text={text} />}
        room={room}
        text={text}
      />
      <Blocks
        are={(block) => !placed.includes(block) && !around.includes(block)}
        room={room}
        text={text}
      />
    </article>
  )
}
