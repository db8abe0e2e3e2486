import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Who somebody is at a provider of sign-ins, which sessions came by it, who may be joined to an identity by the
// address of their mail, and what is good once.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE provider_identities (
      issuer text NOT NULL CHECK (char_length(issuer) <= 2000),
      subject text NOT NULL CHECK (char_length(subject) <= 255),
      person uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (issuer, subject)
    );
    CREATE INDEX provider_identities_person ON provider_identities (person);

    -- No foreign key to the session: Payload takes the rows of an account out and puts them back in.
    CREATE TABLE provider_sessions (
      session text PRIMARY KEY CHECK (char_length(session) <= 100),
      person uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      issuer text NOT NULL CHECK (char_length(issuer) <= 2000),
      subject text NOT NULL CHECK (char_length(subject) <= 255),
      provider_session text CHECK (char_length(provider_session) <= 1000),
      id_token text CHECK (char_length(id_token) <= 8000)
    );
    CREATE INDEX provider_sessions_person ON provider_sessions (person);
    CREATE INDEX provider_sessions_subject ON provider_sessions (issuer, subject);

    CREATE TABLE provider_links (
      person uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
      until timestamptz(3) NOT NULL
    );

    CREATE TABLE used_tokens (
      token text PRIMARY KEY CHECK (char_length(token) <= 200),
      until timestamptz(3) NOT NULL
    );
    CREATE INDEX used_tokens_until ON used_tokens (until);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE used_tokens;
    DROP TABLE provider_links;
    DROP TABLE provider_sessions;
    DROP TABLE provider_identities;`)
}
