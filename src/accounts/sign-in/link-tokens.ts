import { createHash } from 'node:crypto'
import type { Where } from 'payload'
import { isRecord } from '#model/documents.ts'

// The tokens of invitations and forgotten passwords: whoever reads the table, or a copy of it, gets in
// nowhere. They are random enough (160 bits) that a plain hash keeps them.

const mark = 'sha256:'

/** How a token is stored. */
export function storedToken(token: string): string {
  return mark + createHash('sha256').update(token).digest('base64url')
}

/** Data of an account as they are stored. What was read, and is written back, is stored so already. */
export function withStoredToken<TData extends Record<string, unknown>>(data: TData): TData {
  const token = data.resetPasswordToken
  if (typeof token !== 'string' || token.startsWith(mark)) return data
  return { ...data, resetPasswordToken: storedToken(token) }
}

/** A condition on accounts that names a token, as it is stored. */
export function whereStoredToken(where: Where | undefined): Where | undefined {
  if (!isRecord(where)) return where
  const asked: unknown = where.resetPasswordToken
  if (!isRecord(asked) || typeof asked.equals !== 'string') return where
  return { ...where, resetPasswordToken: { equals: storedToken(asked.equals) } }
}
