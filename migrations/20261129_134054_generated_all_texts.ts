import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users" ADD COLUMN "all_texts" boolean DEFAULT true;`)
  // Whoever had a desk answers for their desks; whoever had none answered for all texts, and it is said now.
  await db.execute(sql`
    UPDATE users SET all_texts = NOT EXISTS (
      SELECT FROM users_rels r WHERE r.parent_id = users.id AND r.path = 'desks')`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users" DROP COLUMN "all_texts";`)
}
