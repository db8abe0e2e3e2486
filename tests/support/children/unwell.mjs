// A child that runs, and says that it is unwell, the first time that it runs.
import { appendFileSync, readFileSync } from 'node:fs'

const [, , log = '', health = ''] = process.argv
appendFileSync(log, `${String(process.pid)}\n`)
const isFirst = readFileSync(log, 'utf8').trim().split('\n').length === 1
process.send?.('ready')
setInterval(() => undefined, 1000)
let asked = 0
process.on('message', (message) => {
  if (message !== 'are you there?') return
  asked += 1
  process.send?.(isFirst && asked > 2 ? health : 'here')
})
Reflect.set(process, Symbol.for('berufsbild.health'), true)
