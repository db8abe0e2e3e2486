import type { ShownText } from './delivered.ts'
import type { Block, PortraitField, Room } from './kinds/field.ts'
import { fieldEntries, type FieldName, type Fields } from './registry.ts'

// In which rooms people read which field, and by which block: said once in the registry. A room has one
// component for each block that it uses; one that is missing does not compile.

/** A field as a room shows it. */
export interface ShownField<R extends Room> {
  name: FieldName
  block: BlockIn<R>
  field: PortraitField
}

/** The blocks that rooms use. */
export type BlockIn<R extends Room> = Extract<Fields[FieldName][R], Block>

/** What a block is given: the delivered values of the fields that rooms show by it. */
export type ValueIn<R extends Room, B extends Block> = {
  [K in FieldName]: B extends Fields[K][R]
    ? K extends keyof ShownText
      ? ShownText[K]
      : unknown
    : never
}[FieldName]

/** One component for each block that some of these rooms use. */
export type BlockComponents<R extends Room, Result> = {
  readonly [B in BlockIn<R>]: (props: { value: ValueIn<R, B>; field: PortraitField }) => Result
}

/** The fields that a room shows, in the order of the form. */
export function fieldsIn<R extends Room>(room: R): ShownField<R>[] {
  return fieldEntries().flatMap(([name, field]) => {
    const block = field[room]
    return block === null ? [] : [{ name, block: block as BlockIn<R>, field }]
  })
}
