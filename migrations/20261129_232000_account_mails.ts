import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What people are told of a change of how they sign in: written with the change, sent by the worker, and gone
// then. The address is that of the moment: another one may be what has changed.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE account_mails (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      person uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      address text NOT NULL CHECK (char_length(address) <= 254),
      change text NOT NULL CHECK (char_length(change) <= 100),
      -- Who did it, where it was somebody else.
      by_whom text CHECK (char_length(by_whom) <= 1000),
      happened_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      next_attempt_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      leased_until timestamptz(3),
      attempts integer NOT NULL DEFAULT 0
    );
    CREATE INDEX account_mails_due ON account_mails (next_attempt_at);
    CREATE INDEX account_mails_person ON account_mails (person);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE account_mails;`)
}
