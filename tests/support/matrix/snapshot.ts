import type pg from 'pg'
import { textIn } from '#database/rows.ts'

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
    CREATE FUNCTION kept.changes() RETURNS SETOF text LANGUAGE plpgsql AS $$
    DECLARE name text; is_same boolean;
    BEGIN
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept' LOOP
        EXECUTE format(
          'SELECT (SELECT md5(string_agg(t::text, '''' ORDER BY t::text)) FROM public.%1$I t)
             IS NOT DISTINCT FROM
             (SELECT md5(string_agg(t::text, '''' ORDER BY t::text)) FROM kept.%1$I t)', name)
          INTO is_same;
        IF NOT is_same THEN RETURN NEXT name; END IF;
      END LOOP;
    END $$;`)
  return {
    findChanges: async () => {
      const { rows } = await sql.query<{ name: string }>('SELECT kept.changes() AS name')
      return rows.map(({ name }) => textIn(name)).sort()
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
