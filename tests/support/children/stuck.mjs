// A child that is ready, says so, and is stuck a moment later, the first time that it runs.
import { appendFileSync, readFileSync } from 'node:fs'

const log = process.argv[2] ?? ''
appendFileSync(log, `${String(process.pid)}\n`)
const isFirst = readFileSync(log, 'utf8').trim().split('\n').length === 1
process.send?.('ready')
setInterval(() => undefined, 1000)
if (isFirst) {
  setTimeout(() => {
    for (;;);
  }, 300)
}
