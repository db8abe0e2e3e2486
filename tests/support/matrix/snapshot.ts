import type pg from 'pg'

/** A database as it was at one moment: what has changed since, and a way back. */
export interface Snapshot {
  /** The tables whose rows are not what they were. */
  findChanges: () => Promise<string[]>
  /** Lays these tables back as they were, past every trigger. */
  restore: (tables: readonly string[]) => Promise<void>
}

/** Remembers every row of a database, in a schema of its own. */
export async function takeSnapshot(sql: pg.Client): Promise<Snapshot> {
  await sql.query(`
    CREATE SCHEMA kept;
    DO $$
    DECLARE name text;
    BEGIN
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE TABLE kept.%1$I AS TABLE public.%1$I', name);
      END LOOP;
    END $$;
    CREATE TABLE kept.hashes (name text, hash text);
    CREATE SCHEMA kept_of_delivery;
    CREATE TABLE kept_of_delivery.documents AS TABLE delivery.documents;`)
  const { rows } = await sql.query<{ name: string }>(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'kept' AND tablename <> 'hashes'`,
  )
  const hashes = rows
    .map(
      ({ name }) => `SELECT '${name}' AS name,
        (SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM public."${name}" t) AS hash`,
    )
    .join(' UNION ALL ')
  await sql.query(`INSERT INTO kept.hashes ${hashes}`)
  // Asked after every cell: one statement, planned once.
  const findChanged = {
    name: 'tables that have changed',
    text: `SELECT name FROM kept.hashes JOIN (${hashes}) now USING (name)
           WHERE now.hash IS DISTINCT FROM hashes.hash`,
  }
  return {
    findChanges: async () => {
      const { rows } = await sql.query<{ name: string }>(findChanged)
      return rows.map(({ name }) => String(name)).sort()
    },
    restore: async (tables) => {
      const statements = tables.map(
        (name) => `DELETE FROM public.${name};
          INSERT INTO public.${name} OVERRIDING SYSTEM VALUE SELECT * FROM kept.${name};`,
      )
      // Which pictures are in lists is told by what sites get.
      const delivered = `DELETE FROM delivery.documents;
        INSERT INTO delivery.documents SELECT * FROM kept_of_delivery.documents;`
      await sql.query(
        `BEGIN; SET LOCAL session_replication_role = replica; ${statements.join('')} ${delivered} COMMIT;`,
      )
    },
  }
}
