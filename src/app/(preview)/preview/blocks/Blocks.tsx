import type { ComponentType, ReactNode } from 'react'
import { fieldsIn, type BlockComponents, type BlockIn } from '#portrait/blocks.ts'
import type { ShownText } from '#portrait/delivered.ts'
import type { PortraitField } from '#portrait/kinds/field.ts'
import { Headline, Line, Paragraphs } from './lines.tsx'
import { Pairs } from './Pairs.tsx'
import { Pictures } from './Pictures.tsx'
import { Provenance } from './Provenance.tsx'
import { SalaryTable } from './SalaryTable.tsx'
import { Sections } from './Sections.tsx'
import { Sources } from './Sources.tsx'

/** Who reads: a site's reader, or an expert without an account. */
export type ReadingRoom = 'inPreview' | 'forExperts'
export type ReadingBlock = BlockIn<ReadingRoom>

const components: BlockComponents<ReadingRoom, ReactNode> = {
  line: Line,
  headline: Headline,
  paragraphs: Paragraphs,
  sections: Sections,
  figures: SalaryTable,
  pictures: Pictures,
  sources: Sources,
  provenance: Provenance,
  pairs: Pairs,
}

/** The fields of a text that a room shows by some blocks, in the order of the form. */
export function Blocks(props: {
  room: ReadingRoom
  text: ShownText
  are: (block: ReadingBlock) => boolean
  /** What stands below the section on pay, where sections are shown. */
  pay?: ReactNode
}) {
  const { room, text, are, pay } = props
  return fieldsIn(room)
    .filter(({ block }) => are(block))
    .map(({ name, block, field }) => {
      // The table above holds each component to the values of its fields.
      const Block = components[block] as ComponentType<{
        value: unknown
        field: PortraitField
        pay?: ReactNode
      }>
      return name in text ? (
        <Block field={field} key={name} pay={pay} value={text[name as keyof ShownText]} />
      ) : null
    })
}
