/** A row of a result: columns by name. */
export type Row = Record<string, unknown>

/**
 * Runs one SQL statement with values for $1, $2, … and gives its rows. Publishing runs it in the
 * transaction of a transition, the server on its own pool.
 */
export type Query = (text: string, values?: readonly unknown[]) => Promise<Row[]>

/** Values of a statement that is put together: `add` gives the placeholder of a value. */
export interface Values {
  values: unknown[]
  add: (value: unknown) => string
}

export function newValues(...first: unknown[]): Values {
  const values = [...first]
  return {
    values,
    add: (value) => `$${String(values.push(value))}`,
  }
}
