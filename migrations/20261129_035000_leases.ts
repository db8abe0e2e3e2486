import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Mails and webhooks are leased by the same rule (src/database/lease.ts), and in the same word: what is
// claimed is a review.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE webhook_deliveries RENAME COLUMN claimed_until TO leased_until;
    ALTER INDEX webhook_deliveries_claimed RENAME TO webhook_deliveries_leased;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE webhook_deliveries RENAME COLUMN leased_until TO claimed_until;
    ALTER INDEX webhook_deliveries_leased RENAME TO webhook_deliveries_claimed;`)
}
