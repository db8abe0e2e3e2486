/** What a comment stands on, as the API takes it: nothing for the whole document. */
export interface CommentPlace {
  section?: string | number
  path?: string
  quote?: string
  position?: number
}

/**
 * Where a comment goes that was begun at a place and quotes these words. The words count at their
 * position only as they were marked. Without any it stands on the section, or on the field, of which
 * a row is a part.
 */
export function placeFor(place: CommentPlace, quote: string): CommentPlace {
  const { section, path, position } = place
  if (quote.trim() !== '') {
    return {
      ...(path === undefined ? {} : { path }),
      quote,
      ...(position === undefined || quote !== place.quote ? {} : { position }),
    }
  }
  if (section !== undefined) return { section }
  return path === undefined ? {} : { path: path.split('.')[0] ?? path }
}
