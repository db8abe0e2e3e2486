import papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLive, transition, writeSection } from '#support/factories.ts'
import type { CallOptions } from '#support/http.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('what is written as CSV', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let admin: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    admin = await product.signIn('admin')
  })
  afterAll(() => product.close())

  /** The rows of a table by the names of its columns; it is one that a German sheet opens. */
  const rowsOf = async (path: string, options: CallOptions): Promise<Record<string, string>[]> => {
    const answer = await product.respond('GET', path, options)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = bytes.subarray(3).toString('utf8')
    expect(text.startsWith('"')).toBe(true)
    const { data, errors } = papa.parse<Record<string, string>>(text, {
      header: true,
      delimiter: ';',
      skipEmptyLines: true,
    })
    expect(errors).toEqual([])
    return data
  }
  const historyOf = (id: string) => `/regional-sections/${id}/history.csv`

  describe('of one document', () => {
    it('is what happened and each text, in order of time', async () => {
      const id = await writeSection(product, author, { headline: 'Erste Fassung' })
      await transition(product, author, id, { transition: 'submit' })
      const comment = '=HYPERLINK("http://x")'
      await transition(product, editor, id, { transition: 'requestChanges', comment })
      const body = { headline: '+49 Fassungen' }
      await product.call('PATCH', `/regional-sections/${id}`, { ...author, body })
      const rows = await rowsOf(historyOf(id), author)
      expect(rows.map((row) => [row.Art, row.Was, row['Stand danach'], row.Wer])).toEqual([
        ['Fassung', '', '', author.name],
        ['Ereignis', 'Text angelegt', 'Entwurf', author.name],
        ['Ereignis', 'Zur Prüfung geben', 'In Prüfung', author.name],
        ['Ereignis', 'Änderungen anfordern', 'Änderungen angefordert', editor.name],
        ['Fassung', '', '', author.name],
        ['Ereignis', 'Text geändert', 'Entwurf', author.name],
      ])
      expect(rows.map((row) => row.Zeitpunkt)).toEqual(rows.map((row) => row.Zeitpunkt).sort())
      for (const row of rows) expect(row.Zeitpunkt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u)
      // No cell is a formula, whoever wrote it.
      expect(rows[3]?.Begründung).toBe(`'${comment}`)
      expect(rows[4]?.Überschrift).toBe("'+49 Fassungen")
      const english = await rowsOf(historyOf(id), {
        ...author,
        headers: { 'Accept-Language': 'en' },
      })
      expect(english[2]).toMatchObject({ Type: 'Event', What: 'Submit for review' })
    })

    it('is whole and without doubles, however long it is', async () => {
      const id = await writeSection(product, author)
      await product.sql.query(
        `INSERT INTO workflow_events (kind, document_collection, document, transition)
           SELECT 'assignment', 'regional-sections', $1, 'claim' FROM generate_series(1, 450)`,
        [id],
      )
      // All of one moment: what is read after a page goes on behind it, not at the next moment.
      await product.sql.query(
        `INSERT INTO workflow_texts (document_collection, document, digest, content, written_at)
           SELECT 'regional-sections', $1, md5(n::text) || md5(n::text), '{}', now()
             FROM generate_series(1, 450) AS n`,
        [id],
      )
      const rows = await rowsOf(historyOf(id), editor)
      const texts = rows.filter((row) => row.Art === 'Fassung')
      expect(texts).toHaveLength(451)
      expect(new Set(texts.map((row) => row.Prüfsumme)).size).toBe(451)
      expect(rows.filter((row) => row.Was === 'Prüfung übernommen')).toHaveLength(450)
    })

    it('is for those who may read it, as long as it is there', async () => {
      const id = await writeSection(product, author)
      const site = await product.makeSite()
      const statusOf = async (options?: CallOptions, path = historyOf(id)) =>
        (await product.respond('GET', path, options)).status
      expect(await statusOf()).toBe(401)
      expect(await statusOf(site)).toBe(403)
      expect(await statusOf(editor, `/career-profiles/${id}/history.csv`)).toBe(404)
      await product.call('DELETE', `/regional-sections/${id}`, admin)
      for (const person of [author, editor, admin]) expect(await statusOf(person)).toBe(404)
    })
  })

  describe('of the reports', () => {
    it('has the numbers of the report, with commas where they belong', async () => {
      const id = await makeLive(product, { author, editor })
      await product.sql.query(
        `UPDATE workflow_stage_times SET entered_at = left_at - interval '90 minutes'
           WHERE document = $1 AND stage = 'approved'`,
        [id],
      )
      const rows = await rowsOf('/workflow-report.csv', editor)
      expect(rows).toContainEqual(
        expect.objectContaining({
          Auswertung: 'Person',
          Name: editor.name,
          Stand: 'Freigegeben',
          Texte: '1',
          'Mittel (Stunden)': '1,5',
        }),
      )
      expect(rows).toContainEqual(expect.objectContaining({ Auswertung: 'Überfällig', Texte: '0' }))
      const english = { ...editor, headers: { 'Accept-Language': 'en' } }
      expect(await rowsOf('/workflow-report.csv', english)).toContainEqual(
        expect.objectContaining({ Figure: 'All texts', Stage: 'Approved', 'Mean (hours)': '1.5' }),
      )
      expect(await rowsOf('/workflow-report.csv?to=2020-01-01T00:00Z', editor)).not.toContainEqual(
        expect.objectContaining({ Auswertung: 'Person' }),
      )
    })

    it('has what the page of reports shows', async () => {
      await makeLive(product, { author, editor })
      const rows = await rowsOf('/newsroom/report.csv?weeks=4', editor)
      const live = rows.filter((row) => row.Auswertung === 'Veröffentlichte Texte')
      expect(live).toHaveLength(5)
      expect(Number(live.at(-1)?.Texte)).toBeGreaterThan(0)
      const kinds = new Set(rows.map((row) => row.Auswertung))
      expect(kinds).toContain('Wie lange Texte wo liegen')
      expect(kinds).toContain('Abdeckung nach Land')
    })

    it.each(['/workflow-report.csv', '/newsroom/report.csv'])(
      'is for editors: %s',
      async (path) => {
        expect((await product.respond('GET', path)).status).toBe(401)
        expect((await product.respond('GET', path, author)).status).toBe(403)
        const wrong = await product.call('GET', `${path}?until=now`, editor)
        expect(wrong.status).toBe(400)
        expect(wrong.get('error.details.0.path')).toBe('until')
      },
    )
  })

  describe('of the record', () => {
    it('has every event that the export has, of deleted texts too, for the administration', async () => {
      const id = await writeSection(product, author)
      await product.call('DELETE', `/regional-sections/${id}`, admin)
      const path = `/audit/export.csv?document=${id}`
      const rows = await rowsOf(path, admin)
      const exported = (await product.text(`/audit/export?document=${id}`, admin))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { hash: string; transition: string })
      expect(rows.map((row) => [row.Ereignis, row.Hash])).toEqual(
        exported.map(({ transition, hash }) => [transition, hash]),
      )
      expect(rows.map((row) => row.Was)).toEqual(['Text angelegt', 'Gelöscht'])
      for (const person of [author, editor])
        expect((await product.respond('GET', path, person)).status).toBe(403)
    })

    it('is narrowed by kind, person and time', async () => {
      const rows = await rowsOf(`/audit/export.csv?kind=account&person=${editor.id}`, admin)
      expect(rows.map((row) => row.Was)).toEqual(['Angemeldet'])
      expect(await rowsOf('/audit/export.csv?to=2020-01-01T00:00Z', admin)).toEqual([])
      const wrong = await product.call('GET', '/audit/export.csv?kind=unsinn', admin)
      expect(wrong.get('error.details.0.path')).toBe('kind')
    })
  })
})
