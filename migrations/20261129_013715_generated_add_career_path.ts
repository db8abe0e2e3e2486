import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "career_profiles_career_path" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"years_from" numeric,
  	"years_to" numeric,
  	"pay_from" numeric,
  	"pay_to" numeric
  );
  
  CREATE TABLE "_career_profiles_v_version_career_path" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"years_from" numeric,
  	"years_to" numeric,
  	"pay_from" numeric,
  	"pay_to" numeric,
  	"_uuid" varchar
  );
  
  CREATE TABLE "regional_sections_career_path" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"years_from" numeric,
  	"years_to" numeric,
  	"pay_from" numeric,
  	"pay_to" numeric
  );
  
  CREATE TABLE "_regional_sections_v_version_career_path" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"years_from" numeric,
  	"years_to" numeric,
  	"pay_from" numeric,
  	"pay_to" numeric,
  	"_uuid" varchar
  );
  
  ALTER TABLE "career_profiles_career_path" ADD CONSTRAINT "career_profiles_career_path_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."career_profiles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_career_path" ADD CONSTRAINT "_career_profiles_v_version_career_path_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_career_profiles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regional_sections_career_path" ADD CONSTRAINT "regional_sections_career_path_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."regional_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_career_path" ADD CONSTRAINT "_regional_sections_v_version_career_path_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_regional_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "career_profiles_career_path_order_idx" ON "career_profiles_career_path" USING btree ("_order");
  CREATE INDEX "career_profiles_career_path_parent_id_idx" ON "career_profiles_career_path" USING btree ("_parent_id");
  CREATE INDEX "_career_profiles_v_version_career_path_order_idx" ON "_career_profiles_v_version_career_path" USING btree ("_order");
  CREATE INDEX "_career_profiles_v_version_career_path_parent_id_idx" ON "_career_profiles_v_version_career_path" USING btree ("_parent_id");
  CREATE INDEX "regional_sections_career_path_order_idx" ON "regional_sections_career_path" USING btree ("_order");
  CREATE INDEX "regional_sections_career_path_parent_id_idx" ON "regional_sections_career_path" USING btree ("_parent_id");
  CREATE INDEX "_regional_sections_v_version_career_path_order_idx" ON "_regional_sections_v_version_career_path" USING btree ("_order");
  CREATE INDEX "_regional_sections_v_version_career_path_parent_id_idx" ON "_regional_sections_v_version_career_path" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "career_profiles_career_path" CASCADE;
  DROP TABLE "_career_profiles_v_version_career_path" CASCADE;
  DROP TABLE "regional_sections_career_path" CASCADE;
  DROP TABLE "_regional_sections_v_version_career_path" CASCADE;`)
}
