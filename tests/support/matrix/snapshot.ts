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
    CREATE FUNCTION kept.hash_of(name text) RETURNS text LANGUAGE plpgsql AS $$
    DECLARE hash text;
    BEGIN
      EXECUTE format(
        'SELECT md5(string_agg(t::text, '''' ORDER BY t::text)) FROM public.%I t', name) INTO hash;
      RETURN hash;
    END $$;
    CREATE TABLE kept.hashes AS SELECT tablename::text AS name, kept.hash_of(tablename) AS hash
      FROM pg_tables WHERE schemaname = 'kept';`)
  return {
    findChanges: async () => {
      const { rows } = await sql.query<{ name: string }>(
        'SELECT name FROM kept.hashes WHERE kept.hash_of(name) IS DISTINCT FROM hash',
      )
      return rows.map(({ name }) => String(name)).sort()
    },
    restore: async (tables) => {
      const statements = tables.map(
        (name) => `DELETE FROM public.${name};
          INSERT INTO public.${name} OVERRIDING SYSTEM VALUE SELECT * FROM kept.${name};`,
      )
      await sql.query(
        `BEGIN; SET LOCAL session_replication_role = replica; ${statements.join('')} COMMIT;`,
      )
    },
  }
}
