import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts as t, notifications as n } from '#database/tables.ts'
import type { NotificationKind } from './kinds.ts'

/** Who was told something of a text, in one of some ways, since it is at its stage, and since another moment. */
export async function findToldSince(
  req: PayloadRequest,
  document: string,
  kinds: readonly NotificationKind[],
  since: string | null = null,
): Promise<Set<string>> {
  const db = await sqlIn(req)
  const rows = await db
    .selectDistinct({ person: n.person })
    .from(n)
    .innerJoin(t, eq(sql`${t.document}::text`, n.document))
    .where(
      and(
        eq(n.document, document),
        inArray(n.kind, kinds),
        gt(n.createdAt, sql`${t.stageSince} - interval '1 s'`),
        since === null ? undefined : gt(n.createdAt, since),
      ),
    )
  return new Set(rows.map(({ person }) => person))
}
