import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "desks" ADD COLUMN "all_regions" boolean;
  ALTER TABLE "desks" ADD COLUMN "all_professions" boolean;`)
  // A list that is empty beside one that is filled meant all. A desk without any covers nothing from here on.
  await db.execute(sql`
    UPDATE desks SET all_regions = NOT listed.regions AND listed.professions,
                     all_professions = NOT listed.professions AND listed.regions
    FROM (SELECT d.id, count(r.regions_id) > 0 AS regions, count(r.professions_id) > 0 AS professions
          FROM desks d LEFT JOIN desks_rels r ON r.parent_id = d.id GROUP BY d.id) listed
    WHERE listed.id = desks.id`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "desks" DROP COLUMN "all_regions";
  ALTER TABLE "desks" DROP COLUMN "all_professions";`)
}
