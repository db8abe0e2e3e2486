/** Runs one SQL statement with values for $1, $2, … and gives its rows. */
export type Query = (
  text: string,
  values?: readonly unknown[],
) => Promise<Record<string, unknown>[]>
