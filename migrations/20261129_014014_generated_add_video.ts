import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "career_profiles" ADD COLUMN "video_url" varchar;
  ALTER TABLE "career_profiles" ADD COLUMN "video_title" varchar;
  ALTER TABLE "career_profiles" ADD COLUMN "video_seconds" numeric;
  ALTER TABLE "career_profiles" ADD COLUMN "video_transcript" varchar;
  ALTER TABLE "career_profiles" ADD COLUMN "video_poster_id" uuid;
  ALTER TABLE "_career_profiles_v" ADD COLUMN "version_video_url" varchar;
  ALTER TABLE "_career_profiles_v" ADD COLUMN "version_video_title" varchar;
  ALTER TABLE "_career_profiles_v" ADD COLUMN "version_video_seconds" numeric;
  ALTER TABLE "_career_profiles_v" ADD COLUMN "version_video_transcript" varchar;
  ALTER TABLE "_career_profiles_v" ADD COLUMN "version_video_poster_id" uuid;
  ALTER TABLE "regional_sections" ADD COLUMN "video_url" varchar;
  ALTER TABLE "regional_sections" ADD COLUMN "video_title" varchar;
  ALTER TABLE "regional_sections" ADD COLUMN "video_seconds" numeric;
  ALTER TABLE "regional_sections" ADD COLUMN "video_transcript" varchar;
  ALTER TABLE "regional_sections" ADD COLUMN "video_poster_id" uuid;
  ALTER TABLE "_regional_sections_v" ADD COLUMN "version_video_url" varchar;
  ALTER TABLE "_regional_sections_v" ADD COLUMN "version_video_title" varchar;
  ALTER TABLE "_regional_sections_v" ADD COLUMN "version_video_seconds" numeric;
  ALTER TABLE "_regional_sections_v" ADD COLUMN "version_video_transcript" varchar;
  ALTER TABLE "_regional_sections_v" ADD COLUMN "version_video_poster_id" uuid;
  ALTER TABLE "career_profiles" ADD CONSTRAINT "career_profiles_video_poster_id_media_id_fk" FOREIGN KEY ("video_poster_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_career_profiles_v" ADD CONSTRAINT "_career_profiles_v_version_video_poster_id_media_id_fk" FOREIGN KEY ("version_video_poster_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "regional_sections" ADD CONSTRAINT "regional_sections_video_poster_id_media_id_fk" FOREIGN KEY ("video_poster_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_regional_sections_v" ADD CONSTRAINT "_regional_sections_v_version_video_poster_id_media_id_fk" FOREIGN KEY ("version_video_poster_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "career_profiles_video_video_poster_idx" ON "career_profiles" USING btree ("video_poster_id");
  CREATE INDEX "_career_profiles_v_version_video_version_video_poster_idx" ON "_career_profiles_v" USING btree ("version_video_poster_id");
  CREATE INDEX "regional_sections_video_video_poster_idx" ON "regional_sections" USING btree ("video_poster_id");
  CREATE INDEX "_regional_sections_v_version_video_version_video_poster_idx" ON "_regional_sections_v" USING btree ("version_video_poster_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "career_profiles" DROP CONSTRAINT "career_profiles_video_poster_id_media_id_fk";
  
  ALTER TABLE "_career_profiles_v" DROP CONSTRAINT "_career_profiles_v_version_video_poster_id_media_id_fk";
  
  ALTER TABLE "regional_sections" DROP CONSTRAINT "regional_sections_video_poster_id_media_id_fk";
  
  ALTER TABLE "_regional_sections_v" DROP CONSTRAINT "_regional_sections_v_version_video_poster_id_media_id_fk";
  
  DROP INDEX "career_profiles_video_video_poster_idx";
  DROP INDEX "_career_profiles_v_version_video_version_video_poster_idx";
  DROP INDEX "regional_sections_video_video_poster_idx";
  DROP INDEX "_regional_sections_v_version_video_version_video_poster_idx";
  ALTER TABLE "career_profiles" DROP COLUMN "video_url";
  ALTER TABLE "career_profiles" DROP COLUMN "video_title";
  ALTER TABLE "career_profiles" DROP COLUMN "video_seconds";
  ALTER TABLE "career_profiles" DROP COLUMN "video_transcript";
  ALTER TABLE "career_profiles" DROP COLUMN "video_poster_id";
  ALTER TABLE "_career_profiles_v" DROP COLUMN "version_video_url";
  ALTER TABLE "_career_profiles_v" DROP COLUMN "version_video_title";
  ALTER TABLE "_career_profiles_v" DROP COLUMN "version_video_seconds";
  ALTER TABLE "_career_profiles_v" DROP COLUMN "version_video_transcript";
  ALTER TABLE "_career_profiles_v" DROP COLUMN "version_video_poster_id";
  ALTER TABLE "regional_sections" DROP COLUMN "video_url";
  ALTER TABLE "regional_sections" DROP COLUMN "video_title";
  ALTER TABLE "regional_sections" DROP COLUMN "video_seconds";
  ALTER TABLE "regional_sections" DROP COLUMN "video_transcript";
  ALTER TABLE "regional_sections" DROP COLUMN "video_poster_id";
  ALTER TABLE "_regional_sections_v" DROP COLUMN "version_video_url";
  ALTER TABLE "_regional_sections_v" DROP COLUMN "version_video_title";
  ALTER TABLE "_regional_sections_v" DROP COLUMN "version_video_seconds";
  ALTER TABLE "_regional_sections_v" DROP COLUMN "version_video_transcript";
  ALTER TABLE "_regional_sections_v" DROP COLUMN "version_video_poster_id";`)
}
