import { eq } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import { users, usersSessions } from '#database/tables.ts'

/** Deactivates an account: its row and its name stay, its sessions and the links to a new password end. */
export async function endAccount(db: Sql, id: string): Promise<void> {
  const now = new Date().toISOString()
  await db
    .update(users)
    .set({
      deactivatedAt: now,
      resetPasswordToken: null,
      resetPasswordExpiration: null,
      updatedAt: now,
    })
    .where(eq(users.id, id))
  await db.delete(usersSessions).where(eq(usersSessions.parentId, id))
}
