import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What a directory that provisions accounts (SCIM) calls them, and in which of its groups they are.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE provisioned_users (
      person uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
      user_name text NOT NULL CHECK (char_length(user_name) <= 254),
      external_id text CHECK (char_length(external_id) <= 254)
    );
    CREATE UNIQUE INDEX provisioned_users_name ON provisioned_users (lower(user_name));
    CREATE INDEX provisioned_users_external ON provisioned_users (external_id);

    CREATE TABLE provisioned_groups (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      display_name text NOT NULL UNIQUE CHECK (char_length(display_name) <= 200),
      external_id text CHECK (char_length(external_id) <= 254),
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      updated_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
    );

    CREATE TABLE provisioned_members (
      in_group uuid NOT NULL REFERENCES provisioned_groups ON DELETE CASCADE,
      person uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      PRIMARY KEY (in_group, person)
    );
    CREATE INDEX provisioned_members_person ON provisioned_members (person);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE provisioned_members;
    DROP TABLE provisioned_groups;
    DROP TABLE provisioned_users;`)
}
