import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_career_profiles_related_professions_relation" AS ENUM('aehnlich', 'spezialisierung', 'aufstieg', 'alternative');
  CREATE TYPE "public"."enum__career_profiles_v_version_related_professions_relation" AS ENUM('aehnlich', 'spezialisierung', 'aufstieg', 'alternative');
  CREATE TYPE "public"."enum_regional_sections_related_professions_relation" AS ENUM('aehnlich', 'spezialisierung', 'aufstieg', 'alternative');
  CREATE TYPE "public"."enum__regional_sections_v_version_related_professions_relation" AS ENUM('aehnlich', 'spezialisierung', 'aufstieg', 'alternative');
  CREATE TABLE "career_profiles_related_professions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"profession_id" uuid,
  	"relation" "enum_career_profiles_related_professions_relation",
  	"reason" varchar
  );
  
  CREATE TABLE "_career_profiles_v_version_related_professions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"profession_id" uuid,
  	"relation" "enum__career_profiles_v_version_related_professions_relation",
  	"reason" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "regional_sections_related_professions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"profession_id" uuid,
  	"relation" "enum_regional_sections_related_professions_relation",
  	"reason" varchar
  );
  
  CREATE TABLE "_regional_sections_v_version_related_professions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"profession_id" uuid,
  	"relation" "enum__regional_sections_v_version_related_professions_relation",
  	"reason" varchar,
  	"_uuid" varchar
  );
  
  ALTER TABLE "career_profiles_related_professions" ADD CONSTRAINT "career_profiles_related_professions_profession_id_professions_id_fk" FOREIGN KEY ("profession_id") REFERENCES "public"."professions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "career_profiles_related_professions" ADD CONSTRAINT "career_profiles_related_professions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."career_profiles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_related_professions" ADD CONSTRAINT "_career_profiles_v_version_related_professions_profession_id_professions_id_fk" FOREIGN KEY ("profession_id") REFERENCES "public"."professions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_related_professions" ADD CONSTRAINT "_career_profiles_v_version_related_professions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_career_profiles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regional_sections_related_professions" ADD CONSTRAINT "regional_sections_related_professions_profession_id_professions_id_fk" FOREIGN KEY ("profession_id") REFERENCES "public"."professions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regional_sections_related_professions" ADD CONSTRAINT "regional_sections_related_professions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."regional_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_related_professions" ADD CONSTRAINT "_regional_sections_v_version_related_professions_profession_id_professions_id_fk" FOREIGN KEY ("profession_id") REFERENCES "public"."professions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_related_professions" ADD CONSTRAINT "_regional_sections_v_version_related_professions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_regional_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "career_profiles_related_professions_order_idx" ON "career_profiles_related_professions" USING btree ("_order");
  CREATE INDEX "career_profiles_related_professions_parent_id_idx" ON "career_profiles_related_professions" USING btree ("_parent_id");
  CREATE INDEX "career_profiles_related_professions_profession_idx" ON "career_profiles_related_professions" USING btree ("profession_id");
  CREATE INDEX "_career_profiles_v_version_related_professions_order_idx" ON "_career_profiles_v_version_related_professions" USING btree ("_order");
  CREATE INDEX "_career_profiles_v_version_related_professions_parent_id_idx" ON "_career_profiles_v_version_related_professions" USING btree ("_parent_id");
  CREATE INDEX "_career_profiles_v_version_related_professions_professio_idx" ON "_career_profiles_v_version_related_professions" USING btree ("profession_id");
  CREATE INDEX "regional_sections_related_professions_order_idx" ON "regional_sections_related_professions" USING btree ("_order");
  CREATE INDEX "regional_sections_related_professions_parent_id_idx" ON "regional_sections_related_professions" USING btree ("_parent_id");
  CREATE INDEX "regional_sections_related_professions_profession_idx" ON "regional_sections_related_professions" USING btree ("profession_id");
  CREATE INDEX "_regional_sections_v_version_related_professions_order_idx" ON "_regional_sections_v_version_related_professions" USING btree ("_order");
  CREATE INDEX "_regional_sections_v_version_related_professions_parent_id_idx" ON "_regional_sections_v_version_related_professions" USING btree ("_parent_id");
  CREATE INDEX "_regional_sections_v_version_related_professions_profess_idx" ON "_regional_sections_v_version_related_professions" USING btree ("profession_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "career_profiles_related_professions" CASCADE;
  DROP TABLE "_career_profiles_v_version_related_professions" CASCADE;
  DROP TABLE "regional_sections_related_professions" CASCADE;
  DROP TABLE "_regional_sections_v_version_related_professions" CASCADE;
  DROP TYPE "public"."enum_career_profiles_related_professions_relation";
  DROP TYPE "public"."enum__career_profiles_v_version_related_professions_relation";
  DROP TYPE "public"."enum_regional_sections_related_professions_relation";
  DROP TYPE "public"."enum__regional_sections_v_version_related_professions_relation";`)
}
