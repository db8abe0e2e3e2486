import { createServer } from 'node:http'
import pg from 'pg'

// The yardstick: node:http and pg, one prepared read of one row by its primary key, and nothing else.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const server = createServer((request, response) => {
  const end = request.url.indexOf('?')
  const address = end < 0 ? request.url : request.url.slice(0, end)
  pool
    .query({
      name: 'read',
      text: 'SELECT body FROM bench.bodies WHERE address = $1',
      values: [address],
      rowMode: 'array',
    })
    .then(({ rows }) => {
      const [[text]] = rows
      const body = Buffer.from(text)
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': body.length,
      })
      response.end(body)
    })
    .catch((error) => {
      response.writeHead(500)
      response.end(String(error))
    })
})

server.listen(Number(process.env.BENCH_PORT), '127.0.0.1')
