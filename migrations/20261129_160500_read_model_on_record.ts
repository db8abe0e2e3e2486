import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What holds the read model against the record: the feed is chained, its end is bound by anchors, and the
// comparison of all rows has a place to go on from and a list of what it found.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE delivery.releases ADD COLUMN hash text;
    ALTER TABLE workflow_anchors ADD COLUMN feed_position bigint, ADD COLUMN feed_hash text,
      ADD CONSTRAINT workflow_anchors_of_the_feed CHECK ((feed_position IS NULL) = (feed_hash IS NULL));
    CREATE TABLE audit_sweeps (
      runner text PRIMARY KEY CHECK (runner IN ('worker', 'command')),
      part text NOT NULL,
      after text,
      looked_at bigint NOT NULL DEFAULT 0,
      started_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
      finished_at timestamp(3) with time zone,
      leased_until timestamp(3) with time zone
    );
    CREATE TABLE audit_faults (
      place text NOT NULL,
      problem text NOT NULL,
      first_seen_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
      last_seen_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
      told_at timestamp(3) with time zone,
      gone_at timestamp(3) with time zone,
      PRIMARY KEY (place, problem)
    );
    CREATE INDEX audit_faults_open ON audit_faults (last_seen_at) WHERE gone_at IS NULL;
    CREATE VIEW delivery.open_faults AS
      SELECT count(*)::int AS count FROM audit_faults WHERE gone_at IS NULL;
    GRANT SELECT ON delivery.open_faults TO berufsbild_delivery;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP VIEW delivery.open_faults;
    DROP TABLE audit_faults, audit_sweeps;
    ALTER TABLE workflow_anchors DROP COLUMN feed_position, DROP COLUMN feed_hash;
    ALTER TABLE delivery.releases DROP COLUMN hash;`)
}
