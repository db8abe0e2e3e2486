-- The outbox of webhooks: its rows appear in the transaction that writes the release.

-- A site is told of what it may see now or could see before, within its regions and professions.
CREATE OR REPLACE FUNCTION queue_webhook_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$
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
  -- That the whole stock lies in another shape is in the feed, and no news of any text.
  WHERE r.document IS NOT NULL AND (seen.is_now OR seen.was_before)
    AND (w.professions = '{}' OR r.profession = ANY (w.professions))
    AND (w.regions = '{}' OR r.region IS NULL OR EXISTS (
      SELECT FROM delivery.regions g WHERE g.id = r.region AND g.within && w.regions))
  ORDER BY r.id, w.created_at;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER queue_webhook_deliveries AFTER INSERT ON delivery.releases
  REFERENCING NEW TABLE AS releases_made
  FOR EACH STATEMENT EXECUTE FUNCTION queue_webhook_deliveries();
