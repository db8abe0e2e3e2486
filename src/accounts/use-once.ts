import { createHash } from 'node:crypto'
import { lt } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { usedTokens } from '#database/tables.ts'

/**
 * Uses up what is good once.
 *
 * @param token what it is; of any length
 * @param until from when it is good for nothing anyway, and may be forgotten
 * @returns false where somebody has used it before
 */
export async function useOnce(req: PayloadRequest, token: string, until: Date): Promise<boolean> {
  const db = await sqlIn(req)
  await db.delete(usedTokens).where(lt(usedTokens.until, new Date().toISOString()))
  const used = await db
    .insert(usedTokens)
    .values({
      token: createHash('sha256').update(token).digest('hex'),
      until: until.toISOString(),
    })
    .onConflictDoNothing()
    .returning({ token: usedTokens.token })
  return used.length > 0
}
