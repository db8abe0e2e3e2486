import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// The read model says of each text in which shape it lies there, so that a release of the product which
// delivers more brings it along by itself; and the writers of a text are kept beside the text.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    ALTER TABLE delivery.documents
      -- src/portrait/shape-version.ts; null: from before there was one.
      ADD COLUMN shape text,
      -- The words of the text alone, so that new names of its profession do not ask for the text.
      ADD COLUMN text_search tsvector,
      ADD COLUMN named_professions uuid[] NOT NULL DEFAULT '{}';
    CREATE INDEX documents_shape ON delivery.documents (shape);
    CREATE INDEX documents_named_professions
      ON delivery.documents USING gin (named_professions);

    -- A stock of texts on its way into another shape: one row a shape, which is over when no text is
    -- left in another one.
    CREATE TABLE delivery_reshapes (
      shape text PRIMARY KEY,
      started_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      finished_at timestamptz(3)
    );

    -- One entry of the feed speaks of no portrait: that all lie there in another shape now.
    ALTER TABLE delivery.releases
      ALTER COLUMN document DROP NOT NULL,
      ALTER COLUMN collection DROP NOT NULL,
      ALTER COLUMN profession DROP NOT NULL,
      ALTER COLUMN profession_slug DROP NOT NULL,
      ALTER COLUMN region_slug DROP NOT NULL,
      DROP CONSTRAINT releases_reason_check,
      ADD CONSTRAINT releases_reason_check
        CHECK (reason IN ('text', 'profile', 'reference', 'media', 'source', 'reshaped')),
      ADD CONSTRAINT releases_of_a_portrait CHECK ((document IS NULL) = (reason = 'reshaped')
        AND num_nulls(document, collection, profession, profession_slug, region_slug) IN (0, 5));

    -- Everybody who wrote a text, for good: four eyes ask for them when its words come back.
    CREATE TABLE workflow_text_writers (
      document text NOT NULL,
      digest text NOT NULL,
      person text NOT NULL,
      written_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (document, digest, person)
    );
    INSERT INTO workflow_text_writers (document, digest, person, written_at)
      SELECT document, digest, written_by, written_at FROM workflow_texts
      WHERE written_by IS NOT NULL;
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TABLE workflow_text_writers, delivery_reshapes;
    ALTER TABLE delivery.documents DROP COLUMN shape, DROP COLUMN text_search,
      DROP COLUMN named_professions;
  `)
}
