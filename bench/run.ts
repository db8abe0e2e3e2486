import { buildIfNeeded } from '#server/build.ts'
import { fillBodies, preparePortrait } from './content.ts'
import { generatePortraits } from './generated.ts'
import { measureGrowth } from './growth.ts'
import { openInstallation, type BenchInstallation } from './installation.ts'
import { loader } from './load.ts'
import { describeMachine } from './machine.ts'
import { measureAll } from './measurements.ts'
import { measureNewsroom } from './newsroom.ts'
import { measureReaders } from './readers.ts'
import { readOptions, type BenchOptions } from './options.ts'
import { printRatios, printResults } from './report.ts'
import { generatedCount, scenariosOf } from './scenarios.ts'
import { startBare, startDelivery, startNginx, startStock, type Subject } from './subjects.ts'

// `npm run bench`: the delivery plane beside Payload's own API, bare node + pg and nginx, on the same
// content, in one run. With `-- --growth`: the read model from 1,000 to 1,000,000 portraits. With
// `-- --newsroom`: the screens of the admin with 100,000 texts. With `-- --readers`: importer, checks and all
// else that reads the words of a text, by its length.

const options = readOptions(process.argv.slice(2))
const say = (line: string): void => {
  console.log(line)
}

for (const line of describeMachine()) say(line)
if (options.isReaders) {
  measureReaders(say)
  process.exit()
}
const installation = await openInstallation()
try {
  if (options.isNewsroom) await measureNewsroom(installation, options.size, say)
  else {
    say(`asked by ${loader}, 8 connections`)
    if (options.isGrowth) await measureGrowth(installation, options, say)
    else await compare(installation, options)
  }
} finally {
  await installation.close()
}

async function compare(
  installation: BenchInstallation,
  { rounds, seconds, isStockMeasured }: BenchOptions,
): Promise<void> {
  const { query, settings } = installation
  if (isStockMeasured) await buildIfNeeded({ settings, say })
  const body = await preparePortrait(installation)
  say(`One portrait is ${String(Buffer.byteLength(body))} bytes.`)
  await generatePortraits(query, 0, generatedCount)
  await fillBodies(query)
  const running: Subject[] = []
  const keep = <T extends Subject | undefined>(subject: T): T => {
    if (subject) running.push(subject)
    return subject
  }
  try {
    // The first start makes the bundle; the second one is timed.
    await (await startDelivery(installation)).stop()
    const delivery = keep(await startDelivery(installation))
    const bare = keep(await startBare(installation))
    const nginx = keep(await startNginx(installation, body))
    if (!nginx) say('nginx is not installed: it is not compared with.')
    const stock = isStockMeasured ? keep(await startStock(installation)) : undefined
    const measurements = await scenariosOf({ delivery, bare, nginx, stock }, installation)
    const results = await measureAll(measurements, { rounds, seconds, say })
    printResults(results, say)
    say(`The delivery plane was ready after ${delivery.readyAfter.toFixed(0)} ms.`)
    printRatios(results, say)
  } finally {
    await Promise.all(running.map((subject) => subject.stop()))
  }
}
