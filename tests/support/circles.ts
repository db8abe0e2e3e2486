import { startProduct, type Product, type SignedIn } from './product.ts'

/** Regions, and neighbours of each: they name each other in circles. */
const [regions, neighbours] = [300, 20]

export interface Circles {
  product: Product
  editor: SignedIn
  site: { authorization: string }
}

/** A product with 300 regions that name each other in circles. */
export async function startCircles(): Promise<Circles> {
  const product = await startProduct()
  const { sql } = product
  // So many at once come by no other way.
  await sql.query('SET session_replication_role = replica')
  await sql.query(
    `INSERT INTO regions (name, slug, kind)
     SELECT 'Kreis ' || n, 'kreis-' || n, 'kreis' FROM generate_series(1, $1) n`,
    [regions],
  )
  await sql.query(
    `WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM regions)
     INSERT INTO regions_rels (parent_id, path, "order", regions_id)
     SELECT a.id, 'neighbours', step, b.id
     FROM numbered a CROSS JOIN generate_series(1, $2::int) step
     JOIN numbered b ON b.n = (a.n + step * 7) % $1`,
    [regions, neighbours],
  )
  await sql.query('UPDATE regions SET parent_id = (SELECT id FROM regions ORDER BY id LIMIT 1)')
  return { product, editor: await product.signIn('editor'), site: await product.makeSite() }
}

/** One region more than a list may have. */
export async function addMany({ product }: Circles): Promise<void> {
  await product.sql.query(
    `INSERT INTO regions (name, slug, kind)
     SELECT 'Gemeinde ' || n, 'gemeinde-' || n, 'gemeinde' FROM generate_series(1, 3001) n`,
  )
}

/** What is answered, with the milliseconds of a processor that it took: the machine may be busy otherwise. */
export async function timed<Answer extends object>(
  ask: () => Promise<Answer>,
): Promise<Answer & { took: number }> {
  const before = process.cpuUsage()
  const answer = await ask()
  const { user, system } = process.cpuUsage(before)
  return { ...answer, took: (user + system) / 1000 }
}
