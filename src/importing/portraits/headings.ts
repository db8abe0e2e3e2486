import type { TextBlock } from './lines.ts'

const maxHeading = 120
const maxHeadline = 160

/** Says whether a block reads like the free headline of a page: short and without a full stop. */
export function isHeadline(block: TextBlock | undefined): block is TextBlock {
  return block !== undefined && isTitleLike(block, maxHeadline)
}

/**
 * The indexes of the blocks that are headings: short, without a closing full stop and followed by
 * a longer paragraph or a list. Of two in a row only the second is one; a line that ends with a
 * colon between a heading and a list is the lead-in of that list.
 */
export function findHeadings(blocks: TextBlock[]): Set<number> {
  const candidates = new Set(
    blocks.flatMap((block, index) => (isCandidate(block, blocks[index + 1]) ? [index] : [])),
  )
  const leadIns = [...candidates].filter(
    (index) =>
      candidates.has(index - 1) &&
      blocks[index]?.text.endsWith(':') === true &&
      blocks[index + 1]?.list !== null,
  )
  for (const index of leadIns) candidates.delete(index)
  return new Set([...candidates].filter((index) => !candidates.has(index + 1)))
}

function isCandidate(block: TextBlock, next: TextBlock | undefined): boolean {
  if (!next || !isTitleLike(block, maxHeading)) return false
  return next.list !== null || next.text.length > block.text.length
}

function isTitleLike(block: TextBlock, maxLength: number): boolean {
  if (block.list !== null || block.text.length > maxLength) return false
  const end = block.text.replace(/["“”»«‘’')\]]+$/u, '')
  return end.endsWith('...') || !/[.,;]$/u.test(end)
}
