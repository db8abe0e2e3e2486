import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Every event, and every row that the public log is made of, comes with a proof: a server's role that adds one by
// SQL alone had the product sign what nobody published, and acted in anybody's name.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE log_leaves ADD COLUMN proof text;
    ALTER TABLE delivery.log_nodes ADD COLUMN proof text;
    ALTER TABLE delivery.log_checkpoints ADD COLUMN proof text;
    ALTER TABLE delivery.log_cosignatures ADD COLUMN proof text;
    -- The last event, the last leaf and the largest checkpoint from before.
    ALTER TABLE workflow_proofs
      ADD COLUMN all_after bigint NOT NULL DEFAULT 0,
      ADD COLUMN leaves_after bigint NOT NULL DEFAULT 0,
      ADD COLUMN checkpoints_after bigint NOT NULL DEFAULT -1;
    UPDATE workflow_proofs SET
      all_after = (SELECT coalesce(max(sequence), 0) FROM workflow_events),
      leaves_after = (SELECT coalesce(max(id), 0) FROM log_leaves),
      checkpoints_after = (SELECT coalesce(max(size), -1) FROM delivery.log_checkpoints);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE workflow_proofs
      DROP COLUMN checkpoints_after, DROP COLUMN leaves_after, DROP COLUMN all_after;
    ALTER TABLE delivery.log_cosignatures DROP COLUMN proof;
    ALTER TABLE delivery.log_checkpoints DROP COLUMN proof;
    ALTER TABLE delivery.log_nodes DROP COLUMN proof;
    ALTER TABLE log_leaves DROP COLUMN proof;`)
}
