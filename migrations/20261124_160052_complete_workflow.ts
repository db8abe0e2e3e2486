import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_users_language" AS ENUM('de', 'en');
  CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'carryOutPlan');
  CREATE TYPE "public"."enum_payload_jobs_log_state" AS ENUM('failed', 'succeeded');
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'carryOutPlan');
  CREATE TYPE "public"."enum_workflow_settings_career_profiles_facts_role" AS ENUM('editor', 'admin');
  CREATE TYPE "public"."enum_workflow_settings_career_profiles_text_role" AS ENUM('editor', 'admin');
  CREATE TYPE "public"."enum_workflow_settings_career_profiles_cosmetic_role" AS ENUM('editor', 'admin');
  CREATE TYPE "public"."enum_workflow_settings_regional_sections_facts_role" AS ENUM('editor', 'admin');
  CREATE TYPE "public"."enum_workflow_settings_regional_sections_text_role" AS ENUM('editor', 'admin');
  CREATE TYPE "public"."enum_workflow_settings_regional_sections_cosmetic_role" AS ENUM('editor', 'admin');
  ALTER TYPE "public"."enum_workflow_states_stage" ADD VALUE 'scheduled' BEFORE 'live';
  CREATE TABLE "payload_jobs_log" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"executed_at" timestamp(3) with time zone NOT NULL,
  	"completed_at" timestamp(3) with time zone NOT NULL,
  	"task_slug" "enum_payload_jobs_log_task_slug" NOT NULL,
  	"task_i_d" varchar NOT NULL,
  	"input" jsonb,
  	"output" jsonb,
  	"state" "enum_payload_jobs_log_state" NOT NULL,
  	"error" jsonb
  );
  
  CREATE TABLE "payload_jobs" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"input" jsonb,
  	"completed_at" timestamp(3) with time zone,
  	"total_tried" numeric DEFAULT 0,
  	"has_error" boolean DEFAULT false,
  	"error" jsonb,
  	"task_slug" "enum_payload_jobs_task_slug",
  	"queue" varchar DEFAULT 'default',
  	"wait_until" timestamp(3) with time zone,
  	"processing" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "workflow_settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"career_profiles_facts_approvals" numeric DEFAULT 1 NOT NULL,
  	"career_profiles_facts_role" "enum_workflow_settings_career_profiles_facts_role",
  	"career_profiles_text_approvals" numeric DEFAULT 1 NOT NULL,
  	"career_profiles_text_role" "enum_workflow_settings_career_profiles_text_role",
  	"career_profiles_cosmetic_approvals" numeric DEFAULT 1 NOT NULL,
  	"career_profiles_cosmetic_role" "enum_workflow_settings_career_profiles_cosmetic_role",
  	"regional_sections_facts_approvals" numeric DEFAULT 1 NOT NULL,
  	"regional_sections_facts_role" "enum_workflow_settings_regional_sections_facts_role",
  	"regional_sections_text_approvals" numeric DEFAULT 1 NOT NULL,
  	"regional_sections_text_role" "enum_workflow_settings_regional_sections_text_role",
  	"regional_sections_cosmetic_approvals" numeric DEFAULT 1 NOT NULL,
  	"regional_sections_cosmetic_role" "enum_workflow_settings_regional_sections_cosmetic_role",
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "workflow_events" ALTER COLUMN "to_stage" DROP NOT NULL;
  ALTER TABLE "workflow_events" ALTER COLUMN "digest" DROP NOT NULL;
  ALTER TABLE "users" ADD COLUMN "language" "enum_users_language" DEFAULT 'de';
  ALTER TABLE "workflow_approvals" ADD COLUMN "approved_as" varchar;
  ALTER TABLE "workflow_approvals" ADD COLUMN "seen_from" varchar;
  ALTER TABLE "workflow_approvals" ADD COLUMN "risk" varchar;
  ALTER TABLE "workflow_approvals" ADD COLUMN "required" numeric;
  ALTER TABLE "workflow_events" ADD COLUMN "kind" varchar DEFAULT 'workflow' NOT NULL;
  ALTER TABLE "workflow_events" ADD COLUMN "data" jsonb;
  ALTER TABLE "payload_jobs_log" ADD CONSTRAINT "payload_jobs_log_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."payload_jobs"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_jobs_log_order_idx" ON "payload_jobs_log" USING btree ("_order");
  CREATE INDEX "payload_jobs_log_parent_id_idx" ON "payload_jobs_log" USING btree ("_parent_id");
  CREATE INDEX "payload_jobs_completed_at_idx" ON "payload_jobs" USING btree ("completed_at");
  CREATE INDEX "payload_jobs_total_tried_idx" ON "payload_jobs" USING btree ("total_tried");
  CREATE INDEX "payload_jobs_has_error_idx" ON "payload_jobs" USING btree ("has_error");
  CREATE INDEX "payload_jobs_task_slug_idx" ON "payload_jobs" USING btree ("task_slug");
  CREATE INDEX "payload_jobs_queue_idx" ON "payload_jobs" USING btree ("queue");
  CREATE INDEX "payload_jobs_wait_until_idx" ON "payload_jobs" USING btree ("wait_until");
  CREATE INDEX "payload_jobs_processing_idx" ON "payload_jobs" USING btree ("processing");
  CREATE INDEX "payload_jobs_updated_at_idx" ON "payload_jobs" USING btree ("updated_at");
  CREATE INDEX "payload_jobs_created_at_idx" ON "payload_jobs" USING btree ("created_at");
  CREATE INDEX "workflow_events_kind_idx" ON "workflow_events" USING btree ("kind");
  CREATE INDEX "workflow_events_actor_idx" ON "workflow_events" USING btree ("actor");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payload_jobs_log" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload_jobs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "workflow_settings" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "payload_jobs_log" CASCADE;
  DROP TABLE "payload_jobs" CASCADE;
  DROP TABLE "workflow_settings" CASCADE;
  ALTER TABLE "workflow_states" ALTER COLUMN "stage" SET DATA TYPE text;
  DROP TYPE "public"."enum_workflow_states_stage";
  CREATE TYPE "public"."enum_workflow_states_stage" AS ENUM('draft', 'in_review', 'changes_requested', 'approved', 'live', 'archived');
  ALTER TABLE "workflow_states" ALTER COLUMN "stage" SET DATA TYPE "public"."enum_workflow_states_stage" USING "stage"::"public"."enum_workflow_states_stage";
  DROP INDEX "workflow_events_kind_idx";
  DROP INDEX "workflow_events_actor_idx";
  ALTER TABLE "workflow_events" ALTER COLUMN "to_stage" SET NOT NULL;
  ALTER TABLE "workflow_events" ALTER COLUMN "digest" SET NOT NULL;
  ALTER TABLE "users" DROP COLUMN "language";
  ALTER TABLE "workflow_approvals" DROP COLUMN "approved_as";
  ALTER TABLE "workflow_approvals" DROP COLUMN "seen_from";
  ALTER TABLE "workflow_approvals" DROP COLUMN "risk";
  ALTER TABLE "workflow_approvals" DROP COLUMN "required";
  ALTER TABLE "workflow_events" DROP COLUMN "kind";
  ALTER TABLE "workflow_events" DROP COLUMN "data";
  DROP TYPE "public"."enum_users_language";
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  DROP TYPE "public"."enum_payload_jobs_log_state";
  DROP TYPE "public"."enum_payload_jobs_task_slug";
  DROP TYPE "public"."enum_workflow_settings_career_profiles_facts_role";
  DROP TYPE "public"."enum_workflow_settings_career_profiles_text_role";
  DROP TYPE "public"."enum_workflow_settings_career_profiles_cosmetic_role";
  DROP TYPE "public"."enum_workflow_settings_regional_sections_facts_role";
  DROP TYPE "public"."enum_workflow_settings_regional_sections_text_role";
  DROP TYPE "public"."enum_workflow_settings_regional_sections_cosmetic_role";`)
}
