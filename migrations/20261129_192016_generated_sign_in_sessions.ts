import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users_sessions" ADD COLUMN "is_pending" boolean;
  ALTER TABLE "users_sessions" ADD COLUMN "method" varchar;
  ALTER TABLE "users_sessions" ADD COLUMN "agent" varchar;
  ALTER TABLE "users_sessions" ADD COLUMN "address" varchar;
  ALTER TABLE "users" DROP COLUMN "login_attempts";
  ALTER TABLE "users" DROP COLUMN "lock_until";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users" ADD COLUMN "login_attempts" numeric DEFAULT 0;
  ALTER TABLE "users" ADD COLUMN "lock_until" timestamp(3) with time zone;
  ALTER TABLE "users_sessions" DROP COLUMN "is_pending";
  ALTER TABLE "users_sessions" DROP COLUMN "method";
  ALTER TABLE "users_sessions" DROP COLUMN "agent";
  ALTER TABLE "users_sessions" DROP COLUMN "address";`)
}
