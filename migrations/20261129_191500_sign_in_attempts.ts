import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Attempts to sign in, by a key that names nobody: whoever guesses has to wait. And the tokens of
 * invitations and forgotten passwords as hashes: whoever reads the table, or a copy of it, gets in nowhere.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE sign_in_attempts (
      key text PRIMARY KEY,
      failures integer NOT NULL,
      last_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX sign_in_attempts_last_at_idx ON sign_in_attempts (last_at);
    UPDATE users
      SET reset_password_token = 'sha256:' ||
        translate(encode(sha256(convert_to(reset_password_token, 'UTF8')), 'base64'), '+/=', '-_')
      WHERE reset_password_token IS NOT NULL;
  `)
}

/** The tokens stay hashes, which the code before does not take: what was sent has to be sent again. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE sign_in_attempts;`)
}
