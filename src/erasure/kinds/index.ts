import type { ErasureKind } from '../kind.ts'
import type { ErasureKindName, Of, Subject } from '../subject.ts'
import { comment } from './comment.ts'
import { event } from './event.ts'
import { expert } from './expert.ts'
import { file } from './file.ts'
import { importRun } from './import-run.ts'
import { person } from './person.ts'
import { picture } from './picture.ts'
import { texts } from './texts.ts'
import { view } from './view.ts'

const kinds: { readonly [Kind in ErasureKindName]: ErasureKind<Of<Kind>> } = {
  texts,
  comment,
  expert,
  event,
  person,
  picture,
  import: importRun,
  file,
  view,
}

/** How a subject is erased, with the subject filled in. */
export function kindOf(subject: Subject) {
  const bind = <Kind extends ErasureKindName>(kind: ErasureKind<Of<Kind>>, of: Of<Kind>) => ({
    require: (req: Parameters<typeof kind.require>[0]) => kind.require(req, of),
    title: (db: Parameters<typeof kind.title>[0], chain: Parameters<typeof kind.title>[2]) =>
      kind.title(db, of, chain),
    sample: (db: Parameters<typeof kind.sample>[0]) => kind.sample(db, of),
    findRows: (db: Parameters<typeof kind.findRows>[0]) => kind.findRows(db, of),
    empty: (req: Parameters<typeof kind.empty>[0], redaction: string) =>
      kind.empty(req, of, redaction),
    finish: (req: Parameters<typeof kind.require>[0]) => kind.finish?.(req, of),
  })
  switch (subject.kind) {
    case 'texts':
      return bind(kinds.texts, subject)
    case 'comment':
      return bind(kinds.comment, subject)
    case 'expert':
      return bind(kinds.expert, subject)
    case 'event':
      return bind(kinds.event, subject)
    case 'person':
      return bind(kinds.person, subject)
    case 'picture':
      return bind(kinds.picture, subject)
    case 'import':
      return bind(kinds.import, subject)
    case 'file':
      return bind(kinds.file, subject)
    case 'view':
      return bind(kinds.view, subject)
  }
}
