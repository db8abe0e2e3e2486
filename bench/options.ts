import { parseArgs } from 'node:util'
import * as z from 'zod'

/** How a run was asked for. */
export interface BenchOptions {
  /** How often each scenario is measured; the best round counts. */
  rounds: number
  /** How long one round takes. */
  seconds: number
  /** Whether the authoring plane is built and measured too. */
  isStockMeasured: boolean
  /** Instead of the comparison: the growth of the read model. */
  isGrowth: boolean
  /** Instead of the comparison: the screens of the newsroom. */
  isNewsroom: boolean
  /** Instead of the comparison: what reads texts, by their length. */
  isReaders: boolean
  /** How many portraits and jobs the growth ends with, or texts the newsroom has. */
  size: number
}

const count = z.coerce.number().int().positive()

/** Reads the options of the command line. @throws where one is not known or no number */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '4' },
      size: { type: 'string' },
      growth: { type: 'boolean', default: false },
      newsroom: { type: 'boolean', default: false },
      readers: { type: 'boolean', default: false },
      'without-stock': { type: 'boolean', default: false },
    },
  })
  return {
    rounds: count.parse(values.rounds),
    seconds: count.parse(values.seconds),
    size: count.parse(values.size ?? (values.newsroom ? 100_000 : 1_000_000)),
    isNewsroom: values.newsroom,
    isReaders: values.readers,
    isGrowth: values.growth,
    isStockMeasured: !values['without-stock'],
  }
}
