import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRecord } from '#model/documents.ts'
import { answerErrors } from '#server/configuration/error-answers.ts'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { allowed } from '#support/slowness.ts'

describe('an answer that refuses', () => {
  let product: Product
  let author: SignedIn
  let id: string

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    id = await writeSection(product, author)
  })
  afterAll(() => product.close())

  it.each([
    'where=abc',
    'where[headline][like]=%00',
    'where[sections.body][like]=x',
    'where[profession][equals]=x',
    'where[id][equals]=x',
    'page=99999999999999999999',
    'limit=abc',
    'depth=x',
    'select=5',
  ])('says so to ?%s', async (query) => {
    const answer = await product.call('GET', `/regional-sections?${query}`, author)
    expect(answer.status, answer.text).toBeLessThan(500)
    if (answer.status !== 200) expect(answer.text).not.toContain('went wrong')
  })

  const long = 'a'.repeat(9000)
  it.each([
    ['where[headline]', 'headline'],
    ['where[headline][]', 'headline'],
    ['where[and][0][headline]', 'headline'],
    ['where[or][0][and][0][headline]', 'headline'],
    // Deeper than the parameters of an address are taken apart.
    ['where[and][0][and][0][and][0][and][0][and][0][headline][exists]', '[headline][exists]'],
  ])('names the field of a condition without an operator: %s', async (name, field) => {
    for (const path of ['/regional-sections', '/regional-sections/count', '/desks/count']) {
      const answer = await product.call('GET', `${path}?${name}=${long}`, author)
      expect([answer.status, answer.text.length < 1000], path).toEqual([400, true])
      expect(answer.get('errors.0.message')).toBe(`The condition on "${field}" names no operator.`)
    }
  })

  it.each(['or', 'and'])('has no end of conditions: %s', async (joined) => {
    const conditions = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `where[${joined}][${String(index)}][desks.name][equals]=x`,
      ).join('&')
    const begin = performance.now()
    const most = await product.call('GET', `/users/count?${conditions(60)}`, author)
    expect(most.status, most.text).toBe(200)
    expect(performance.now() - begin).toBeLessThan(allowed(2000))
    const more = await product.call('GET', `/users/count?${conditions(61)}`, author)
    expect([more.status, more.get('errors.0.message')]).toEqual([
      400,
      'A request has at most 60 conditions.',
    ])
  })

  it.each([
    ['id', 'all', 'true'],
    ['id', 'near', 'true'],
    ['createdAt', 'not_like', ''],
  ])('says so to an operator: %s %s', async (field, operator, value) => {
    const query = `where[${field}][${operator}]=${value}`
    const answer = await product.call('GET', `/professions?${query}`, author)
    expect([answer.status, answer.text.includes('went wrong')]).toEqual([400, false])
  })

  it.each(['equals', 'in', 'exists', 'not_equals'])(
    'says so to a relation of several collections that is asked: %s',
    async (operator) => {
      const query = `where[document][${operator}]=aaaa`
      const answer = await product.call('GET', `/payload-locked-documents?${query}`, author)
      expect(answer.status, answer.text).toBeLessThan(500)
    },
  )

  it('says so in every collection and global, those of Payload included', async () => {
    const { collections, globals } = product.payload.config
    const paths = [
      ...collections.flatMap(({ slug }) => [`/${slug}`, `/${slug}/count`, `/${slug}/${id}`]),
      ...globals.map(({ slug }) => `/globals/${slug}`),
    ]
    expect(paths).toContain('/payload-locked-documents')
    const admin = await product.signIn('admin')
    const faults: string[] = []
    for (const path of paths) {
      for (const query of [
        'page=-1',
        'page=1e30',
        'limit=1e30',
        'depth=1e9',
        'where[updatedAt][less_than]=-271821-04-20',
        'where=x',
        'joins=x',
        'joins[x][limit]=-1',
      ]) {
        const answer = await product.call('GET', `${path}?${query}`, admin)
        if (answer.status >= 500) faults.push(`${path}?${query}: ${answer.text}`)
      }
    }
    expect(faults).toEqual([])
  }, 60_000)

  describe('of the database', () => {
    /** The lines that are logged meanwhile, as they are written. */
    const linesOf = async (work: () => Promise<unknown>) => {
      const { logger } = product.payload
      const { level } = logger
      const stream = Object.getOwnPropertySymbols(logger)
        .map((symbol): unknown => Reflect.get(logger, symbol))
        .find((value) => isRecord(value) && typeof value.write === 'function')
      if (!isRecord(stream)) throw new Error('The log is written nowhere.')
      const { write } = stream
      const lines: Record<string, unknown>[] = []
      stream.write = (line: string) => {
        const said: unknown = JSON.parse(line)
        if (isRecord(said)) lines.push(said)
      }
      logger.level = 'info'
      try {
        await work()
      } finally {
        logger.level = level
        stream.write = write
      }
      return lines
    }
    const [info, error] = [30, 50]

    it.each([
      'where[kind][contains]=x',
      'where[id][equals]=x',
      'where[createdAt][equals]=x',
      'where[id][near]=true',
      'where[nothing][equals]=x',
      'page=99999999999999999999',
      'page=-1',
      'limit=1e30',
      'sort=nothing',
    ])('leaves no fault in the log where the request was none: %s', async (query) => {
      let status = 0
      const lines = await linesOf(async () => {
        status = (await product.call('GET', `/regions?${query}`, author)).status
      })
      expect(status).toBeLessThan(500)
      for (const line of lines) {
        expect(line.level, JSON.stringify(line)).toBe(info)
        const text = JSON.stringify(line)
        expect([text.length < 600, /select|"stack"/i.test(text)], text).toEqual([true, false])
      }
    })

    it('leaves a line in the log, and its id in the answer, where the statement cannot be', async () => {
      let answer: Response | undefined
      const lines = await linesOf(async () => {
        answer = await product.respond('GET', '/regions?where[kind][contains]=x', author)
      })
      expect(answer?.status).toBe(400)
      expect(lines.filter((line) => 'requestId' in line)).toMatchObject([
        { sqlState: '42883', requestId: answer?.headers.get('x-request-id'), method: 'GET' },
      ])
    })

    it.each([
      ['SELEC 1', '42601'],
      ['SELECT nothing', '42703'],
      ['SELECT * FROM nowhere', '42P01'],
      [
        `DO $$ BEGIN RAISE 'permission denied for table x' USING ERRCODE = '42501'; END $$`,
        '42501',
      ],
      // What somebody has sent, and what the guard of live copies refuses.
      [`SELECT 'x'::int`, null],
      [`DO $$ BEGIN RAISE 'This is live.' USING ERRCODE = '42501'; END $$`, null],
    ])('and each that is not sound is ours: %s', async (statement, state) => {
      const req = await product.localRequest()
      const thrown: unknown = await product.sql
        .query(statement)
        .catch((refusal: unknown) => refusal)
      if (!(thrown instanceof Error)) throw new Error('The database took it.')
      const lines = await linesOf(async () =>
        answerErrors({ error: thrown, req, context: req.context }),
      )
      expect(lines.map(({ sqlState, level }) => [sqlState, level])).toEqual(
        state === null ? [] : [[state, error]],
      )
    })
  })

  const form = (text: string, type = 'multipart/form-data; boundary=x') =>
    new Request(`http://localhost/api/regional-sections/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': type, authorization: author.authorization },
      body: text,
    })

  it.each([
    [
      'ends too early',
      '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{}',
      undefined,
    ],
    ['has no boundary', '{}', 'multipart/form-data'],
    ['has an empty boundary', '{}', 'multipart/form-data; boundary='],
    ['has a part without a head', '--x\r\n\r\n{}\r\n--x--\r\n', undefined],
  ])('says so to a form that %s', async (_, text, type) => {
    const response = await product.send(form(text, type))
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('invalid_request'),
    ])
  })

  it.each([
    ['GET', '/payload-migrations', undefined, 404],
    ['DELETE', '/payload-preferences/never-written', undefined, 404],
    ['POST', '/payload-preferences', undefined, 400],
    ['GET', '/globals/workflow-settings?data=1', undefined, 400],
    ['GET', '/globals/workflow-settings?data={"careerProfiles":1}', undefined, 400],
    ['GET', '/media/file/never-sent.png', undefined, 404],
    ['GET', `/media/file/${'x'.repeat(300)}.png`, undefined, 404],
    ['GET', '/media/file/%00', undefined, 404],
  ] as const)('is no fault: %s %s', async (method, path, body, status) => {
    const answer = await product.call(method, path, { ...author, body })
    expect(answer.status, answer.text).toBe(status)
  })

  it.each(['1', '{"seo":1}', '[]'])('says so to data that no text can have: %s', async (data) => {
    const query = `data=${encodeURIComponent(data)}`
    const answer = await product.call('GET', `/regional-sections/${id}?${query}`, author)
    expect(answer.status, answer.text).toBe(400)
  })

  it('deletes a preference that is there, once', async () => {
    const path = '/payload-preferences/kept'
    await product.call('POST', path, { ...author, body: { value: { a: 1 } } })
    expect((await product.call('DELETE', path, author)).status).toBe(200)
    expect((await product.call('DELETE', path, author)).status).toBe(404)
  })

  it('names field and reason over GraphQL as over REST', async () => {
    const empty = String(
      (
        await product.call('POST', '/regional-sections', { ...author, body: { headline: 'Leer' } })
      ).get('doc.id'),
    )
    const rest = await transition(product, author, empty, { transition: 'submit' })
    const graphql = await product.graphql(
      `mutation { transitionRegionalSection(id: "${empty}", transition: submit) { state } }`,
      author,
    )
    expect(rest.get('error.details.0.path')).toBeTypeOf('string')
    expect(graphql.get('errors.0.extensions')).toMatchObject({
      statusCode: 422,
      code: rest.get('error.code'),
      details: rest.get('error.details'),
    })
  })

  it('is a 400 for a transition that cannot be read', async () => {
    const nul = await transition(product, author, id, { transition: 'submit', comment: 'a\0b' })
    expect([nul.status, nul.get('error.details.0.path')]).toEqual([400, 'comment'])
    for (const body of [null, 'x', [1], 5]) {
      const answer = await product.call('POST', `/regional-sections/${id}/transitions`, {
        ...author,
        body,
      })
      expect([answer.status, answer.get('error.code')]).toEqual([400, 'invalid_request'])
    }
  })

  it('says what is too long for the database', async () => {
    const editor = await product.signIn('editor')
    const answer = await product.call('POST', '/professions', {
      ...editor,
      body: { name: 'Lang', slug: 'a'.repeat(200_000) },
    })
    expect(answer.status, answer.text.slice(0, 300)).toBe(400)
  })

  it('names the section whose body no editor would have made', async () => {
    for (const root of [{}, { children: 5 }, { children: [null] }, { children: [{ type: 'x' }] }]) {
      const answer = await product.call('PATCH', `/regional-sections/${id}`, {
        ...author,
        body: { sections: [{ kind: 'aufgaben', body: { root } }] },
      })
      expect(answer.status, JSON.stringify(root)).toBe(400)
      expect(answer.get('errors.0.data.errors.0.path')).toBe('sections.0.body')
    }
  })
})
