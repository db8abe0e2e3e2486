import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_sign_offs_of_profiles_facts" AS ENUM('expertise', 'language', 'legal');
  CREATE TYPE "public"."enum_sign_offs_of_profiles_text" AS ENUM('expertise', 'language', 'legal');
  CREATE TYPE "public"."enum_sign_offs_of_profiles_cosmetic" AS ENUM('expertise', 'language', 'legal');
  CREATE TYPE "public"."enum_sign_offs_of_sections_facts" AS ENUM('expertise', 'language', 'legal');
  CREATE TYPE "public"."enum_sign_offs_of_sections_text" AS ENUM('expertise', 'language', 'legal');
  CREATE TYPE "public"."enum_sign_offs_of_sections_cosmetic" AS ENUM('expertise', 'language', 'legal');
  CREATE TYPE "public"."enum_workflow_settings_sign_off_givers_expertise_by" AS ENUM('reviewers', 'named');
  CREATE TYPE "public"."enum_workflow_settings_sign_off_givers_language_by" AS ENUM('reviewers', 'named');
  CREATE TYPE "public"."enum_workflow_settings_sign_off_givers_legal_by" AS ENUM('reviewers', 'named');
  CREATE TABLE "sign_offs_of_profiles_facts" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_sign_offs_of_profiles_facts",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "sign_offs_of_profiles_text" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_sign_offs_of_profiles_text",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "sign_offs_of_profiles_cosmetic" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_sign_offs_of_profiles_cosmetic",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "sign_offs_of_sections_facts" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_sign_offs_of_sections_facts",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "sign_offs_of_sections_text" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_sign_offs_of_sections_text",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "sign_offs_of_sections_cosmetic" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_sign_offs_of_sections_cosmetic",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "workflow_settings_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid,
  	"desks_id" uuid
  );
  
  ALTER TABLE "workflow_settings" ADD COLUMN "sign_off_givers_expertise_by" "enum_workflow_settings_sign_off_givers_expertise_by" DEFAULT 'reviewers' NOT NULL;
  ALTER TABLE "workflow_settings" ADD COLUMN "sign_off_givers_expertise_experts" boolean DEFAULT false;
  ALTER TABLE "workflow_settings" ADD COLUMN "sign_off_givers_language_by" "enum_workflow_settings_sign_off_givers_language_by" DEFAULT 'reviewers' NOT NULL;
  ALTER TABLE "workflow_settings" ADD COLUMN "sign_off_givers_language_experts" boolean DEFAULT false;
  ALTER TABLE "workflow_settings" ADD COLUMN "sign_off_givers_legal_by" "enum_workflow_settings_sign_off_givers_legal_by" DEFAULT 'reviewers' NOT NULL;
  ALTER TABLE "workflow_settings" ADD COLUMN "sign_off_givers_legal_experts" boolean DEFAULT false;
  ALTER TABLE "sign_offs_of_profiles_facts" ADD CONSTRAINT "sign_offs_of_profiles_facts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."workflow_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sign_offs_of_profiles_text" ADD CONSTRAINT "sign_offs_of_profiles_text_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."workflow_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sign_offs_of_profiles_cosmetic" ADD CONSTRAINT "sign_offs_of_profiles_cosmetic_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."workflow_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sign_offs_of_sections_facts" ADD CONSTRAINT "sign_offs_of_sections_facts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."workflow_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sign_offs_of_sections_text" ADD CONSTRAINT "sign_offs_of_sections_text_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."workflow_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sign_offs_of_sections_cosmetic" ADD CONSTRAINT "sign_offs_of_sections_cosmetic_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."workflow_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "workflow_settings_rels" ADD CONSTRAINT "workflow_settings_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."workflow_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "workflow_settings_rels" ADD CONSTRAINT "workflow_settings_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "workflow_settings_rels" ADD CONSTRAINT "workflow_settings_rels_desks_fk" FOREIGN KEY ("desks_id") REFERENCES "public"."desks"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "sign_offs_of_profiles_facts_order_idx" ON "sign_offs_of_profiles_facts" USING btree ("order");
  CREATE INDEX "sign_offs_of_profiles_facts_parent_idx" ON "sign_offs_of_profiles_facts" USING btree ("parent_id");
  CREATE INDEX "sign_offs_of_profiles_text_order_idx" ON "sign_offs_of_profiles_text" USING btree ("order");
  CREATE INDEX "sign_offs_of_profiles_text_parent_idx" ON "sign_offs_of_profiles_text" USING btree ("parent_id");
  CREATE INDEX "sign_offs_of_profiles_cosmetic_order_idx" ON "sign_offs_of_profiles_cosmetic" USING btree ("order");
  CREATE INDEX "sign_offs_of_profiles_cosmetic_parent_idx" ON "sign_offs_of_profiles_cosmetic" USING btree ("parent_id");
  CREATE INDEX "sign_offs_of_sections_facts_order_idx" ON "sign_offs_of_sections_facts" USING btree ("order");
  CREATE INDEX "sign_offs_of_sections_facts_parent_idx" ON "sign_offs_of_sections_facts" USING btree ("parent_id");
  CREATE INDEX "sign_offs_of_sections_text_order_idx" ON "sign_offs_of_sections_text" USING btree ("order");
  CREATE INDEX "sign_offs_of_sections_text_parent_idx" ON "sign_offs_of_sections_text" USING btree ("parent_id");
  CREATE INDEX "sign_offs_of_sections_cosmetic_order_idx" ON "sign_offs_of_sections_cosmetic" USING btree ("order");
  CREATE INDEX "sign_offs_of_sections_cosmetic_parent_idx" ON "sign_offs_of_sections_cosmetic" USING btree ("parent_id");
  CREATE INDEX "workflow_settings_rels_order_idx" ON "workflow_settings_rels" USING btree ("order");
  CREATE INDEX "workflow_settings_rels_parent_idx" ON "workflow_settings_rels" USING btree ("parent_id");
  CREATE INDEX "workflow_settings_rels_path_idx" ON "workflow_settings_rels" USING btree ("path");
  CREATE INDEX "workflow_settings_rels_users_id_idx" ON "workflow_settings_rels" USING btree ("users_id");
  CREATE INDEX "workflow_settings_rels_desks_id_idx" ON "workflow_settings_rels" USING btree ("desks_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "sign_offs_of_profiles_facts" CASCADE;
  DROP TABLE "sign_offs_of_profiles_text" CASCADE;
  DROP TABLE "sign_offs_of_profiles_cosmetic" CASCADE;
  DROP TABLE "sign_offs_of_sections_facts" CASCADE;
  DROP TABLE "sign_offs_of_sections_text" CASCADE;
  DROP TABLE "sign_offs_of_sections_cosmetic" CASCADE;
  DROP TABLE "workflow_settings_rels" CASCADE;
  ALTER TABLE "workflow_settings" DROP COLUMN "sign_off_givers_expertise_by";
  ALTER TABLE "workflow_settings" DROP COLUMN "sign_off_givers_expertise_experts";
  ALTER TABLE "workflow_settings" DROP COLUMN "sign_off_givers_language_by";
  ALTER TABLE "workflow_settings" DROP COLUMN "sign_off_givers_language_experts";
  ALTER TABLE "workflow_settings" DROP COLUMN "sign_off_givers_legal_by";
  ALTER TABLE "workflow_settings" DROP COLUMN "sign_off_givers_legal_experts";
  DROP TYPE "public"."enum_sign_offs_of_profiles_facts";
  DROP TYPE "public"."enum_sign_offs_of_profiles_text";
  DROP TYPE "public"."enum_sign_offs_of_profiles_cosmetic";
  DROP TYPE "public"."enum_sign_offs_of_sections_facts";
  DROP TYPE "public"."enum_sign_offs_of_sections_text";
  DROP TYPE "public"."enum_sign_offs_of_sections_cosmetic";
  DROP TYPE "public"."enum_workflow_settings_sign_off_givers_expertise_by";
  DROP TYPE "public"."enum_workflow_settings_sign_off_givers_language_by";
  DROP TYPE "public"."enum_workflow_settings_sign_off_givers_legal_by";`)
}
