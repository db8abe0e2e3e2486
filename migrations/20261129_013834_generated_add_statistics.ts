import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_career_profiles_statistics_kind" AS ENUM('beschaeftigte', 'offene-stellen', 'frauenanteil', 'arbeitslosenquote');
  CREATE TYPE "public"."enum_career_profiles_statistics_unit" AS ENUM('anzahl', 'prozent');
  CREATE TYPE "public"."enum__career_profiles_v_version_statistics_kind" AS ENUM('beschaeftigte', 'offene-stellen', 'frauenanteil', 'arbeitslosenquote');
  CREATE TYPE "public"."enum__career_profiles_v_version_statistics_unit" AS ENUM('anzahl', 'prozent');
  CREATE TYPE "public"."enum_regional_sections_statistics_kind" AS ENUM('beschaeftigte', 'offene-stellen', 'frauenanteil', 'arbeitslosenquote');
  CREATE TYPE "public"."enum_regional_sections_statistics_unit" AS ENUM('anzahl', 'prozent');
  CREATE TYPE "public"."enum__regional_sections_v_version_statistics_kind" AS ENUM('beschaeftigte', 'offene-stellen', 'frauenanteil', 'arbeitslosenquote');
  CREATE TYPE "public"."enum__regional_sections_v_version_statistics_unit" AS ENUM('anzahl', 'prozent');
  CREATE TABLE "career_profiles_statistics" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "enum_career_profiles_statistics_kind",
  	"value" numeric,
  	"unit" "enum_career_profiles_statistics_unit",
  	"region_id" uuid,
  	"year" numeric,
  	"source_id" uuid
  );
  
  CREATE TABLE "_career_profiles_v_version_statistics" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum__career_profiles_v_version_statistics_kind",
  	"value" numeric,
  	"unit" "enum__career_profiles_v_version_statistics_unit",
  	"region_id" uuid,
  	"year" numeric,
  	"source_id" uuid,
  	"_uuid" varchar
  );
  
  CREATE TABLE "regional_sections_statistics" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" "enum_regional_sections_statistics_kind",
  	"value" numeric,
  	"unit" "enum_regional_sections_statistics_unit",
  	"region_id" uuid,
  	"year" numeric,
  	"source_id" uuid
  );
  
  CREATE TABLE "_regional_sections_v_version_statistics" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum__regional_sections_v_version_statistics_kind",
  	"value" numeric,
  	"unit" "enum__regional_sections_v_version_statistics_unit",
  	"region_id" uuid,
  	"year" numeric,
  	"source_id" uuid,
  	"_uuid" varchar
  );
  
  ALTER TABLE "career_profiles_statistics" ADD CONSTRAINT "career_profiles_statistics_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "career_profiles_statistics" ADD CONSTRAINT "career_profiles_statistics_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "career_profiles_statistics" ADD CONSTRAINT "career_profiles_statistics_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."career_profiles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_statistics" ADD CONSTRAINT "_career_profiles_v_version_statistics_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_statistics" ADD CONSTRAINT "_career_profiles_v_version_statistics_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_statistics" ADD CONSTRAINT "_career_profiles_v_version_statistics_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_career_profiles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regional_sections_statistics" ADD CONSTRAINT "regional_sections_statistics_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regional_sections_statistics" ADD CONSTRAINT "regional_sections_statistics_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regional_sections_statistics" ADD CONSTRAINT "regional_sections_statistics_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."regional_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_statistics" ADD CONSTRAINT "_regional_sections_v_version_statistics_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_statistics" ADD CONSTRAINT "_regional_sections_v_version_statistics_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_statistics" ADD CONSTRAINT "_regional_sections_v_version_statistics_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_regional_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "career_profiles_statistics_order_idx" ON "career_profiles_statistics" USING btree ("_order");
  CREATE INDEX "career_profiles_statistics_parent_id_idx" ON "career_profiles_statistics" USING btree ("_parent_id");
  CREATE INDEX "career_profiles_statistics_region_idx" ON "career_profiles_statistics" USING btree ("region_id");
  CREATE INDEX "career_profiles_statistics_source_idx" ON "career_profiles_statistics" USING btree ("source_id");
  CREATE INDEX "_career_profiles_v_version_statistics_order_idx" ON "_career_profiles_v_version_statistics" USING btree ("_order");
  CREATE INDEX "_career_profiles_v_version_statistics_parent_id_idx" ON "_career_profiles_v_version_statistics" USING btree ("_parent_id");
  CREATE INDEX "_career_profiles_v_version_statistics_region_idx" ON "_career_profiles_v_version_statistics" USING btree ("region_id");
  CREATE INDEX "_career_profiles_v_version_statistics_source_idx" ON "_career_profiles_v_version_statistics" USING btree ("source_id");
  CREATE INDEX "regional_sections_statistics_order_idx" ON "regional_sections_statistics" USING btree ("_order");
  CREATE INDEX "regional_sections_statistics_parent_id_idx" ON "regional_sections_statistics" USING btree ("_parent_id");
  CREATE INDEX "regional_sections_statistics_region_idx" ON "regional_sections_statistics" USING btree ("region_id");
  CREATE INDEX "regional_sections_statistics_source_idx" ON "regional_sections_statistics" USING btree ("source_id");
  CREATE INDEX "_regional_sections_v_version_statistics_order_idx" ON "_regional_sections_v_version_statistics" USING btree ("_order");
  CREATE INDEX "_regional_sections_v_version_statistics_parent_id_idx" ON "_regional_sections_v_version_statistics" USING btree ("_parent_id");
  CREATE INDEX "_regional_sections_v_version_statistics_region_idx" ON "_regional_sections_v_version_statistics" USING btree ("region_id");
  CREATE INDEX "_regional_sections_v_version_statistics_source_idx" ON "_regional_sections_v_version_statistics" USING btree ("source_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "career_profiles_statistics" CASCADE;
  DROP TABLE "_career_profiles_v_version_statistics" CASCADE;
  DROP TABLE "regional_sections_statistics" CASCADE;
  DROP TABLE "_regional_sections_v_version_statistics" CASCADE;
  DROP TYPE "public"."enum_career_profiles_statistics_kind";
  DROP TYPE "public"."enum_career_profiles_statistics_unit";
  DROP TYPE "public"."enum__career_profiles_v_version_statistics_kind";
  DROP TYPE "public"."enum__career_profiles_v_version_statistics_unit";
  DROP TYPE "public"."enum_regional_sections_statistics_kind";
  DROP TYPE "public"."enum_regional_sections_statistics_unit";
  DROP TYPE "public"."enum__regional_sections_v_version_statistics_kind";
  DROP TYPE "public"."enum__regional_sections_v_version_statistics_unit";`)
}
