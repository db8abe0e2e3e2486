import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "career_profiles_voices" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"position" varchar,
  	"consent_given_on" timestamp(3) with time zone,
  	"consent_until" timestamp(3) with time zone,
  	"consent_for" varchar,
  	"quote" varchar
  );
  
  CREATE TABLE "_career_profiles_v_version_voices" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"position" varchar,
  	"consent_given_on" timestamp(3) with time zone,
  	"consent_until" timestamp(3) with time zone,
  	"consent_for" varchar,
  	"quote" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "regional_sections_voices" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"position" varchar,
  	"consent_given_on" timestamp(3) with time zone,
  	"consent_until" timestamp(3) with time zone,
  	"consent_for" varchar,
  	"quote" varchar
  );
  
  CREATE TABLE "_regional_sections_v_version_voices" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"position" varchar,
  	"consent_given_on" timestamp(3) with time zone,
  	"consent_until" timestamp(3) with time zone,
  	"consent_for" varchar,
  	"quote" varchar,
  	"_uuid" varchar
  );
  
  ALTER TABLE "career_profiles_voices" ADD CONSTRAINT "career_profiles_voices_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."career_profiles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_career_profiles_v_version_voices" ADD CONSTRAINT "_career_profiles_v_version_voices_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_career_profiles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "regional_sections_voices" ADD CONSTRAINT "regional_sections_voices_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."regional_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_regional_sections_v_version_voices" ADD CONSTRAINT "_regional_sections_v_version_voices_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_regional_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "career_profiles_voices_order_idx" ON "career_profiles_voices" USING btree ("_order");
  CREATE INDEX "career_profiles_voices_parent_id_idx" ON "career_profiles_voices" USING btree ("_parent_id");
  CREATE INDEX "_career_profiles_v_version_voices_order_idx" ON "_career_profiles_v_version_voices" USING btree ("_order");
  CREATE INDEX "_career_profiles_v_version_voices_parent_id_idx" ON "_career_profiles_v_version_voices" USING btree ("_parent_id");
  CREATE INDEX "regional_sections_voices_order_idx" ON "regional_sections_voices" USING btree ("_order");
  CREATE INDEX "regional_sections_voices_parent_id_idx" ON "regional_sections_voices" USING btree ("_parent_id");
  CREATE INDEX "_regional_sections_v_version_voices_order_idx" ON "_regional_sections_v_version_voices" USING btree ("_order");
  CREATE INDEX "_regional_sections_v_version_voices_parent_id_idx" ON "_regional_sections_v_version_voices" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "career_profiles_voices" CASCADE;
  DROP TABLE "_career_profiles_v_version_voices" CASCADE;
  DROP TABLE "regional_sections_voices" CASCADE;
  DROP TABLE "_regional_sections_v_version_voices" CASCADE;`)
}
