import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Who is told of what: the inbox of each person, the outbox of mails, and who wants which mails.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE notifications (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
      person text NOT NULL,
      kind text NOT NULL,
      event uuid NOT NULL,
      document_collection text NOT NULL,
      document text NOT NULL,
      actor_name text,
      data jsonb NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      read_at timestamptz(3),
      UNIQUE (event, person)
    );
    CREATE INDEX notifications_person ON notifications (person, sequence);
    CREATE INDEX notifications_unread ON notifications (person, sequence) WHERE read_at IS NULL;

    CREATE TABLE notification_mails (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      person text NOT NULL,
      kind text NOT NULL,
      mode text NOT NULL CHECK (mode IN ('immediate', 'daily')),
      notification uuid NOT NULL UNIQUE REFERENCES notifications ON DELETE CASCADE,
      status text NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'sent', 'failed', 'dropped')),
      attempts integer NOT NULL DEFAULT 0,
      next_attempt_at timestamptz(3) NOT NULL,
      leased_until timestamptz(3),
      sent_at timestamptz(3),
      message_id text UNIQUE,
      last_error text,
      -- The mail server was not there: as soon as it is, nobody waits for the next attempt.
      waits_for_server boolean NOT NULL DEFAULT false,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX notification_mails_due ON notification_mails (mode, next_attempt_at)
      WHERE status = 'pending';
    CREATE INDEX notification_mails_waiting ON notification_mails (person) WHERE status = 'pending';

    CREATE TABLE notification_preferences (
      person text NOT NULL,
      kind text NOT NULL,
      mode text NOT NULL CHECK (mode IN ('immediate', 'daily', 'off')),
      PRIMARY KEY (person, kind)
    );
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`DROP TABLE notification_preferences, notification_mails, notifications`)
}
