interface Position {
  row: number
  column: number
}

/** How many rows Page Up and Page Down go. */
const page = 15

/**
 * Where a key leads from a cell of a grid; null for a key that does not move. With Ctrl, Home and End
 * lead to the corners.
 */
export function moveBy(
  { key, ctrlKey, metaKey }: { key: string; ctrlKey: boolean; metaKey: boolean },
  from: Position,
  size: { rows: number; columns: number },
): Position | null {
  const isFar = ctrlKey || metaKey
  const last = { row: size.rows - 1, column: size.columns - 1 }
  const within = ({ row, column }: Position): Position => ({
    row: Math.max(0, Math.min(last.row, row)),
    column: Math.max(0, Math.min(last.column, column)),
  })
  switch (key) {
    case 'ArrowUp':
      return within({ ...from, row: from.row - 1 })
    case 'ArrowDown':
      return within({ ...from, row: from.row + 1 })
    case 'ArrowLeft':
      return within({ ...from, column: from.column - 1 })
    case 'ArrowRight':
      return within({ ...from, column: from.column + 1 })
    case 'PageUp':
      return within({ ...from, row: from.row - page })
    case 'PageDown':
      return within({ ...from, row: from.row + page })
    case 'Home':
      return isFar ? { row: 0, column: 0 } : { ...from, column: 0 }
    case 'End':
      return isFar ? last : { ...from, column: last.column }
    default:
      return null
  }
}
