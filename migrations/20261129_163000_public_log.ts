import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// The public log: a leaf for everything that appears before readers and goes away, the tree over them,
// checkpoints and the keys that sign. Salts and what a leaf says stay out of reach of the delivery plane: its
// readers get those of a text with the text.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE log_leaves (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      index bigint UNIQUE,
      entry bytea NOT NULL UNIQUE CHECK (octet_length(entry) = 32),
      document uuid NOT NULL,
      digest text,
      statement text NOT NULL,
      salt bytea NOT NULL CHECK (octet_length(salt) = 32),
      signature text,
      at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX log_leaves_document ON log_leaves (document, id);
    CREATE INDEX log_leaves_unsigned ON log_leaves (id) WHERE signature IS NULL;
    CREATE TABLE delivery.log_nodes (
      level integer NOT NULL CHECK (level > 0),
      number bigint NOT NULL,
      hash bytea NOT NULL CHECK (octet_length(hash) = 32),
      PRIMARY KEY (level, number)
    );
    CREATE TABLE delivery.log_checkpoints (
      size bigint PRIMARY KEY,
      root bytea NOT NULL CHECK (octet_length(root) = 32),
      note text NOT NULL,
      signed_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp()
    );
    CREATE TABLE delivery.log_cosignatures (
      size bigint NOT NULL REFERENCES delivery.log_checkpoints,
      witness text NOT NULL,
      line text NOT NULL,
      received_at timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (size, witness)
    );
    CREATE TABLE delivery.log_keys (
      verifier text PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('log', 'witness')),
      valid_from timestamp(3) with time zone NOT NULL DEFAULT clock_timestamp(),
      valid_until timestamp(3) with time zone
    );
    CREATE VIEW delivery.log_entries AS
      SELECT index, entry FROM log_leaves WHERE index IS NOT NULL;
    GRANT SELECT ON delivery.log_nodes, delivery.log_checkpoints, delivery.log_cosignatures,
      delivery.log_keys, delivery.log_entries TO berufsbild_delivery;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP VIEW delivery.log_entries;
    DROP TABLE delivery.log_keys, delivery.log_cosignatures, delivery.log_checkpoints, delivery.log_nodes,
      log_leaves;`)
}
