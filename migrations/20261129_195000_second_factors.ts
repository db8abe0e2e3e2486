import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What people prove themselves by beside a password: codes from an app, passkeys, codes for the day when both are lost. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE second_factors (
      person uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
      -- Sealed: see src/database/seal.ts.
      secret text NOT NULL CHECK (char_length(secret) <= 500),
      confirmed_at timestamptz(3),
      last_step bigint
    );
    CREATE TABLE recovery_codes (
      person uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      hash text NOT NULL CHECK (char_length(hash) <= 100),
      used_at timestamptz(3),
      PRIMARY KEY (person, hash)
    );
    CREATE TABLE passkeys (
      id text PRIMARY KEY CHECK (char_length(id) <= 1400),
      person uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      -- COSE, in base64url.
      public_key text NOT NULL CHECK (char_length(public_key) <= 4000),
      counter bigint NOT NULL,
      transports text[] NOT NULL,
      name text NOT NULL CHECK (char_length(name) <= 100),
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      last_used_at timestamptz(3)
    );
    CREATE INDEX passkeys_person ON passkeys (person);
    CREATE TABLE IF NOT EXISTS used_tokens (
      token text PRIMARY KEY CHECK (char_length(token) <= 200),
      until timestamptz(3) NOT NULL
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE passkeys;
    DROP TABLE recovery_codes;
    DROP TABLE second_factors;`)
}
