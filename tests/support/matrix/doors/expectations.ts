import { isPermitted } from '../callers.ts'
import type { MatrixDoor } from '../door.ts'
import { nameOf } from '../standings.ts'

/** An edit, a restored version among them: for those who may, wherever the text is not archived. */
export const edit: MatrixDoor['expects'] = ({ stage }, caller) =>
  isPermitted('update', caller) && stage !== 'archived' ? { to: 'edited' } : { to: 'refused' }

/** An edit past access control: wherever the text is not archived. */
export const editPastAccess: MatrixDoor['expects'] = ({ stage }) =>
  stage === 'archived' ? { to: 'refused' } : { to: 'edited' }

/** Deletion: for those who may, of what is not live; for authors, of what was never submitted. */
export const deletion: MatrixDoor['expects'] = (standing, caller) => {
  const isForAuthors = nameOf(standing) === 'draft'
  const isTooLate = caller === 'the author' && !isForAuthors
  return isPermitted('delete', caller) && !standing.isLive && !isTooLate
    ? { to: 'deleted' }
    : { to: 'refused' }
}

/** Deletion past access control: of what is not live. */
export const deletionPastAccess: MatrixDoor['expects'] = ({ isLive }) =>
  isLive ? { to: 'refused' } : { to: 'deleted' }

/** Something that only people may do, and that concerns no text. */
export const besideTexts: MatrixDoor['expects'] = (_, caller) =>
  caller === 'a stranger' || caller === 'a site' ? { to: 'refused' } : { to: 'untouched' }
