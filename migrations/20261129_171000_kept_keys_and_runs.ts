import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// The key of the pseudonyms in receipts, which outlasts another secret (the start puts it there); which texts
// wait for the signature of their leaf; and when what sites read was last compared to its end.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE pseudonym_keys (
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      key bytea NOT NULL CHECK (octet_length(key) = 32)
    );
    CREATE INDEX documents_pending ON delivery.documents (id)
      WHERE content #>> '{receipt,log,signature}' = 'pending';
    ALTER TABLE audit_sweeps ADD COLUMN last_finished_at timestamp(3) with time zone;
    UPDATE audit_sweeps SET last_finished_at = finished_at;
    CREATE VIEW delivery.last_comparison AS
      SELECT extract(epoch FROM clock_timestamp() - max(last_finished_at))::int AS seconds
      FROM audit_sweeps;
    GRANT SELECT ON delivery.last_comparison TO berufsbild_delivery;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP VIEW delivery.last_comparison;
    ALTER TABLE audit_sweeps DROP COLUMN last_finished_at;
    DROP INDEX delivery.documents_pending;
    DROP TABLE pseudonym_keys;`)
}
