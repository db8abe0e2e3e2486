import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "career_profiles" ADD COLUMN "working_conditions_hours" varchar;
  ALTER TABLE "career_profiles" ADD COLUMN "working_conditions_places" varchar;
  ALTER TABLE "career_profiles" ADD COLUMN "working_conditions_physical_demands" varchar;
  ALTER TABLE "career_profiles" ADD COLUMN "working_conditions_mental_demands" varchar;
  ALTER TABLE "career_profiles" ADD COLUMN "working_conditions_protective_clothing" varchar;
  ALTER TABLE "_career_profiles_v" ADD COLUMN "version_working_conditions_hours" varchar;
  ALTER TABLE "_career_profiles_v" ADD COLUMN "version_working_conditions_places" varchar;
  ALTER TABLE "_career_profiles_v" ADD COLUMN "version_working_conditions_physical_demands" varchar;
  ALTER TABLE "_career_profiles_v" ADD COLUMN "version_working_conditions_mental_demands" varchar;
  ALTER TABLE "_career_profiles_v" ADD COLUMN "version_working_conditions_protective_clothing" varchar;
  ALTER TABLE "regional_sections" ADD COLUMN "working_conditions_hours" varchar;
  ALTER TABLE "regional_sections" ADD COLUMN "working_conditions_places" varchar;
  ALTER TABLE "regional_sections" ADD COLUMN "working_conditions_physical_demands" varchar;
  ALTER TABLE "regional_sections" ADD COLUMN "working_conditions_mental_demands" varchar;
  ALTER TABLE "regional_sections" ADD COLUMN "working_conditions_protective_clothing" varchar;
  ALTER TABLE "_regional_sections_v" ADD COLUMN "version_working_conditions_hours" varchar;
  ALTER TABLE "_regional_sections_v" ADD COLUMN "version_working_conditions_places" varchar;
  ALTER TABLE "_regional_sections_v" ADD COLUMN "version_working_conditions_physical_demands" varchar;
  ALTER TABLE "_regional_sections_v" ADD COLUMN "version_working_conditions_mental_demands" varchar;
  ALTER TABLE "_regional_sections_v" ADD COLUMN "version_working_conditions_protective_clothing" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "career_profiles" DROP COLUMN "working_conditions_hours";
  ALTER TABLE "career_profiles" DROP COLUMN "working_conditions_places";
  ALTER TABLE "career_profiles" DROP COLUMN "working_conditions_physical_demands";
  ALTER TABLE "career_profiles" DROP COLUMN "working_conditions_mental_demands";
  ALTER TABLE "career_profiles" DROP COLUMN "working_conditions_protective_clothing";
  ALTER TABLE "_career_profiles_v" DROP COLUMN "version_working_conditions_hours";
  ALTER TABLE "_career_profiles_v" DROP COLUMN "version_working_conditions_places";
  ALTER TABLE "_career_profiles_v" DROP COLUMN "version_working_conditions_physical_demands";
  ALTER TABLE "_career_profiles_v" DROP COLUMN "version_working_conditions_mental_demands";
  ALTER TABLE "_career_profiles_v" DROP COLUMN "version_working_conditions_protective_clothing";
  ALTER TABLE "regional_sections" DROP COLUMN "working_conditions_hours";
  ALTER TABLE "regional_sections" DROP COLUMN "working_conditions_places";
  ALTER TABLE "regional_sections" DROP COLUMN "working_conditions_physical_demands";
  ALTER TABLE "regional_sections" DROP COLUMN "working_conditions_mental_demands";
  ALTER TABLE "regional_sections" DROP COLUMN "working_conditions_protective_clothing";
  ALTER TABLE "_regional_sections_v" DROP COLUMN "version_working_conditions_hours";
  ALTER TABLE "_regional_sections_v" DROP COLUMN "version_working_conditions_places";
  ALTER TABLE "_regional_sections_v" DROP COLUMN "version_working_conditions_physical_demands";
  ALTER TABLE "_regional_sections_v" DROP COLUMN "version_working_conditions_mental_demands";
  ALTER TABLE "_regional_sections_v" DROP COLUMN "version_working_conditions_protective_clothing";`)
}
