import * as z from 'zod'
import { ScimError } from './errors.ts'

/** One change of PATCH (RFC 7644, 3.5.2). */
export interface Operation {
  op: 'add' | 'replace' | 'remove'
  /** null: the value says itself what it is. */
  path: string | null
  value: unknown
}

const patchSchema = z.object({
  Operations: z
    .array(
      z.object({
        // Entra writes them with a capital.
        op: z
          .string()
          .toLowerCase()
          .pipe(z.enum(['add', 'replace', 'remove'])),
        path: z.string().max(1000).nullish(),
        value: z.unknown().optional(),
      }),
    )
    .min(1)
    .max(1000),
})

/** Reads the changes of a body. @throws ScimError 400 `invalidSyntax` */
export function readOperations(body: unknown): Operation[] {
  const parsed = patchSchema.safeParse(body)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue ? `${issue.path.join('.')}: ${issue.message}` : ''
    throw new ScimError(400, `This is no PatchOp. ${where}`, 'invalidSyntax')
  }
  return parsed.data.Operations.map(({ op, path, value }) => ({
    op,
    path: path === undefined || path === null || path === '' ? null : path,
    value,
  }))
}
