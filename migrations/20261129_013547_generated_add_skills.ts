import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_career_profiles_skills_level" AS ENUM('must', 'may');
  CREATE TYPE "public"."enum__career_profiles_v_version_skills_level" AS ENUM('must', 'may');
  CREATE TYPE "public"."enum_regional_sections_skills_level" AS ENUM('must', 'may');
  CREATE TYPE "public"."enum__regional_sections_v_version_skills_level" AS ENUM('must', 'may');
  CREATE TABLE "career_profiles_skills" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"level" "enum_career_profiles_skills_level",
  	"name" varchar
  );
  
  CREATE TABLE "_career_profiles_v_version_skills" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"level" "enum__career_profiles_v_version_skills_level",
  	"name" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "regional_sections_skills" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"level" "enum_regional_sections_skills_level",
  	"name" varchar
  );
  
  CREATE TABLE "_regional_sections_v_version_skills" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"level" "enum__regional_sections_v_version_skills_level",
  	"name" varchar,
  	"_uuid" varchar
  );
  
  ALTER TABLE "career_profiles_skills" ADD CONSTRAINT "career_profiles_skills_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."career_profiles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_skills" ADD CONSTRAINT "_career_profiles_v_version_skills_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_career_profiles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regional_sections_skills" ADD CONSTRAINT "regional_sections_skills_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."regional_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_skills" ADD CONSTRAINT "_regional_sections_v_version_skills_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_regional_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "career_profiles_skills_order_idx" ON "career_profiles_skills" USING btree ("_order");
  CREATE INDEX "career_profiles_skills_parent_id_idx" ON "career_profiles_skills" USING btree ("_parent_id");
  CREATE INDEX "_career_profiles_v_version_skills_order_idx" ON "_career_profiles_v_version_skills" USING btree ("_order");
  CREATE INDEX "_career_profiles_v_version_skills_parent_id_idx" ON "_career_profiles_v_version_skills" USING btree ("_parent_id");
  CREATE INDEX "regional_sections_skills_order_idx" ON "regional_sections_skills" USING btree ("_order");
  CREATE INDEX "regional_sections_skills_parent_id_idx" ON "regional_sections_skills" USING btree ("_parent_id");
  CREATE INDEX "_regional_sections_v_version_skills_order_idx" ON "_regional_sections_v_version_skills" USING btree ("_order");
  CREATE INDEX "_regional_sections_v_version_skills_parent_id_idx" ON "_regional_sections_v_version_skills" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "career_profiles_skills" CASCADE;
  DROP TABLE "_career_profiles_v_version_skills" CASCADE;
  DROP TABLE "regional_sections_skills" CASCADE;
  DROP TABLE "_regional_sections_v_version_skills" CASCADE;
  DROP TYPE "public"."enum_career_profiles_skills_level";
  DROP TYPE "public"."enum__career_profiles_v_version_skills_level";
  DROP TYPE "public"."enum_regional_sections_skills_level";
  DROP TYPE "public"."enum__regional_sections_v_version_skills_level";`)
}
