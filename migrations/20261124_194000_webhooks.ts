import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Whom sites want to be told of what is live, and the outbox of what they are told: its rows appear in
// the transaction that writes the release.

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    CREATE TABLE webhooks (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      site uuid NOT NULL REFERENCES sites ON DELETE CASCADE,
      url text NOT NULL,
      is_active boolean NOT NULL DEFAULT true,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      last_success_at timestamptz(3),
      last_failure_at timestamptz(3),
      last_error text
    );
    CREATE INDEX webhooks_site ON webhooks (site, created_at);

    -- Sealed with the secret of the installation. One without an end is the current one; those that
    -- it replaced sign beside it until their end.
    CREATE TABLE webhook_secrets (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      webhook uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
      sealed text NOT NULL,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      ends_at timestamptz(3)
    );
    CREATE INDEX webhook_secrets_webhook ON webhook_secrets (webhook);
    CREATE UNIQUE INDEX webhook_secrets_current ON webhook_secrets (webhook) WHERE ends_at IS NULL;

    CREATE TABLE webhook_deliveries (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
      webhook uuid NOT NULL REFERENCES webhooks ON DELETE CASCADE,
      release bigint NOT NULL REFERENCES delivery.releases,
      document uuid NOT NULL,
      -- What happened as the site sees it.
      event text NOT NULL CHECK (event IN ('published', 'updated', 'removed')),
      status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'dead')),
      attempts integer NOT NULL DEFAULT 0,
      first_attempt_at timestamptz(3),
      -- Not after the transaction that writes it: what is committed is due.
      next_attempt_at timestamptz(3) NOT NULL DEFAULT date_trunc('milliseconds', now()),
      claimed_until timestamptz(3),
      settled_at timestamptz(3),
      last_status integer,
      last_error text,
      created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (webhook, release)
    );
    CREATE INDEX webhook_deliveries_listed ON webhook_deliveries (webhook, sequence);
    CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook, next_attempt_at, sequence)
      WHERE status = 'pending';
    CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (webhook, document)
      WHERE status = 'pending';
    CREATE INDEX webhook_deliveries_claimed ON webhook_deliveries (webhook, claimed_until)
      WHERE claimed_until IS NOT NULL;
    CREATE INDEX webhook_deliveries_dead ON webhook_deliveries (webhook, sequence)
      WHERE status = 'dead';
    CREATE INDEX webhook_deliveries_old ON webhook_deliveries (settled_at)
      WHERE status = 'delivered';

    -- A site is told of what it may see now or could see before, within its regions and professions.
    CREATE FUNCTION queue_webhook_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO public.webhook_deliveries (webhook, release, document, event)
      -- Once a statement, however many releases it writes.
      WITH listeners AS MATERIALIZED (
        SELECT w.id, w.created_at, s.id AS site, s.regions, s.professions
        FROM public.webhooks w JOIN delivery.sites s ON s.id = w.site WHERE w.is_active
      )
      SELECT w.id, r.id, r.document,
        CASE WHEN seen.is_now AND seen.was_before THEN 'updated'
             WHEN seen.is_now THEN 'published' ELSE 'removed' END
      FROM releases_made r
      CROSS JOIN listeners w
      CROSS JOIN LATERAL (
        SELECT coalesce(r.sites = '{}' OR w.site = ANY (r.sites), false) AS is_now,
          coalesce(r.sites_before = '{}' OR w.site = ANY (r.sites_before), false) AS was_before
      ) seen
      WHERE (seen.is_now OR seen.was_before)
        AND (w.professions = '{}' OR r.profession = ANY (w.professions))
        AND (w.regions = '{}' OR r.region IS NULL OR EXISTS (
          SELECT FROM delivery.regions g WHERE g.id = r.region AND g.within && w.regions))
      ORDER BY r.id, w.created_at;
      RETURN NULL;
    END $$;
    CREATE TRIGGER queue_webhook_deliveries AFTER INSERT ON delivery.releases
      REFERENCING NEW TABLE AS releases_made
      FOR EACH STATEMENT EXECUTE FUNCTION queue_webhook_deliveries();
  `)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
    DROP TRIGGER queue_webhook_deliveries ON delivery.releases;
    DROP FUNCTION queue_webhook_deliveries;
    DROP TABLE webhook_deliveries, webhook_secrets, webhooks;
  `)
}
