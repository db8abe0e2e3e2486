import * as z from 'zod'

const settings = z.object({
  WALK_SEED: z.coerce.number().int().optional(),
  WALK_STEPS: z.coerce.number().int().positive().default(300),
  MATRIX: z.enum(['usual', 'whole']).default('usual'),
  MANY_TEXTS: z.coerce.number().int().positive().max(200_000).default(30_000),
  FUZZ: z.coerce.number().int().positive().optional(),
  FUZZ_SEED: z.coerce.number().int().optional(),
  RACES: z.coerce.number().int().positive().multipleOf(10).default(60),
})

const usualSeed = 426_763_329

/** How far the random walk goes, and by which seed: WALK_SEED replays a walk that failed. */
export function readWalk(): { seed: number; steps: number } {
  const { WALK_SEED, WALK_STEPS } = settings.parse(process.env)
  return { seed: WALK_SEED ?? Math.floor(Math.random() * 2 ** 31), steps: WALK_STEPS }
}

/** How many races are run, over all kinds of them: more at night. */
export function readRaces(): number {
  return settings.parse(process.env).RACES
}

/** With how many texts the plans of the newsroom's statements are read. */
export function readManyTexts(): number {
  return settings.parse(process.env).MANY_TEXTS
}

/** Whether the matrix goes through every standing, or leaves out those that others resemble. */
export function isMatrixWhole(): boolean {
  return settings.parse(process.env).MATRIX === 'whole'
}

/**
 * How many requests the fuzzing run sends, by which seed (FUZZ_SEED replays a run), and after how many
 * milliseconds an answer is late. Beside other tests it waits for their processes, too, and sends the same
 * requests each time: a change is red for what it changes. At night they are new ones.
 */
export function readFuzz(): { requests: number; seed: number; late: number } {
  const { FUZZ, FUZZ_SEED } = settings.parse(process.env)
  const ofThisRun = FUZZ === undefined ? usualSeed : Math.floor(Math.random() * 2 ** 31)
  const seed = FUZZ_SEED ?? ofThisRun
  return { requests: FUZZ ?? 120, seed, late: FUZZ === undefined ? 10_000 : 2000 }
}
