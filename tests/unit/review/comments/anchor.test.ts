import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locate, makeAnchor, type AnchorRequest } from '#review/comments/anchor.ts'
import { access, anchorFor, document, refusalOf, tasks } from './anchors.ts'

describe('a comment on a whole document', () => {
  it('stands there in every version', () => {
    const anchor = anchorFor({})
    expect(anchor).toEqual({ on: 'document' })
    expect(locate(anchor, {})).toEqual({ status: 'current', path: null, start: null, end: null })
  })
})

describe('a comment on a section', () => {
  const onAccess = anchorFor({ section: 'z1' })
  const found = (path: string) => ({ status: 'current', path, start: null, end: null })

  it('names it by row, kind and heading, whether asked by id or index', () => {
    expect(onAccess).toEqual({
      on: 'section',
      section: 'z1',
      path: 'sections.z1',
      kind: 'zugang',
      heading: null,
    })
    expect(anchorFor({ section: 1 })).toEqual(onAccess)
    expect(anchorFor({ section: 0 })).toMatchObject({ section: 'a1', heading: 'Was zu tun ist' })
  })

  it('names a row without id by its index', () => {
    const rows = { sections: [{ kind: 'zugang' }, { id: '', kind: 'aufgaben' }] }
    expect(anchorFor({ section: 1 }, rows)).toMatchObject({ section: null, path: 'sections.1' })
  })

  it.each(['nobody', 2, -1, ''])('is refused on a section that is not there: %j', (section) => {
    expect(refusalOf({ section })).toEqual({
      path: 'section',
      reason: {
        de: `Einen Abschnitt "${String(section)}" hat dieser Text nicht.`,
        en: `This text has no section "${String(section)}".`,
      },
    })
  })

  it('is refused in a document without sections', () => {
    expect(refusalOf({ section: 0 }, {}).path).toBe('section')
    expect(refusalOf({ section: 0 }, { sections: [null, 'x'] }).path).toBe('section')
  })

  it('survives another order, another heading and another kind', () => {
    expect(locate(onAccess, { sections: [access, tasks] })).toEqual(found('sections.z1'))
    const renamed = { ...access, kind: 'sonstiges', heading: 'Neu' }
    expect(locate(onAccess, { sections: [tasks, renamed] })).toEqual(found('sections.z1'))
  })

  it('survives new ids of rows by kind and heading', () => {
    const sections = [
      { ...access, id: 'z2', heading: 'Umwege' },
      { ...tasks, id: 'a2' },
      { ...access, id: 'z3' },
    ]
    expect(locate(onAccess, { sections })).toEqual(found('sections.z3'))
    expect(locate(onAccess, { sections: [tasks, { kind: 'zugang' }] })).toEqual(found('sections.1'))
  })

  it('has moved when only the one section of its kind is left', () => {
    const sections = [
      { ...tasks, id: 'a2' },
      { ...access, id: 'z2', heading: 'Der Weg' },
    ]
    expect(locate(onAccess, { sections })).toEqual({ ...found('sections.z2'), status: 'moved' })
  })

  it.each([
    ['its section is gone', [tasks]],
    ['several have its kind and heading', [access, access].map((row) => ({ ...row, id: 'n' }))],
    ['several have its kind', ['A', 'B'].map((heading) => ({ kind: 'zugang', heading }))],
    ['there are no sections', null],
  ])('is outdated when %s', (_when, sections) => {
    expect(locate(onAccess, { sections })).toEqual({
      status: 'outdated',
      path: null,
      start: null,
      end: null,
    })
  })

  it('made on a row without id is not found on another without one', () => {
    const anchor = anchorFor({ section: 0 }, { sections: [{ kind: 'zugang', heading: 'Alt' }] })
    expect(locate(anchor, { sections: [{ kind: 'aufgaben' }] }).status).toBe('outdated')
  })
})

describe('a comment on a quote', () => {
  it('keeps the words and what stands around them', () => {
    expect(anchorFor({ quote: 'Lehre', section: 'z1' })).toEqual({
      on: 'quote',
      path: 'sections.z1.body',
      section: { kind: 'zugang', heading: null },
      quote: 'Lehre',
      prefix: 'Eine ',
      suffix: ' hilft immer.',
    })
    expect(anchorFor({ quote: 'Beruf' })).toEqual({
      on: 'quote',
      path: 'kicker',
      quote: 'Beruf',
      prefix: '',
      suffix: ' Leiter',
    })
  })

  it.each<[AnchorRequest, string]>([
    [{ quote: 'planen' }, 'headline'],
    [{ quote: 'planen', section: 0 }, 'sections.a1.body'],
    [{ quote: 'planen', path: 'sections.a1.body' }, 'sections.a1.body'],
    [{ quote: 'zu tun', section: 'a1' }, 'sections.a1.heading'],
    [{ quote: 'Leiter', path: 'headline' }, 'headline'],
    [{ quote: 'Leiter', suffix: ' planen' }, 'headline'],
    [{ quote: 'tun', section: 'a1', path: 'sections.a1.heading' }, 'sections.a1.heading'],
  ])('%j is found in %s', (request, path) => {
    expect(anchorFor(request)).toMatchObject({ on: 'quote', path })
  })

  it.each<[AnchorRequest, number]>([
    [{ quote: 'leitet' }, 11],
    [{ quote: 'leitet', position: 20 }, 23],
    [{ quote: 'leitet', position: 16 }, 11],
    [{ quote: 'leitet', prefix: 'Wer ' }, 23],
    [{ quote: 'leitet', suffix: ', plant' }, 23],
    [{ quote: 'leitet', prefix: ', ', position: 30 }, 11],
  ])('%j means the one of two at %d', (request, start) => {
    const anchor = anchorFor({ ...request, path: 'intro' })
    expect(locate(anchor, document)).toEqual({
      status: 'current',
      path: 'intro',
      start,
      end: start + 'leitet'.length,
    })
  })

  it('goes by the order of the fields, not by the place within them, when several have it', () => {
    const on = { headline: 'Nun denn: Plan', intro: 'Plan' }
    expect(anchorFor({ quote: 'Plan' }, on)).toMatchObject({ path: 'headline' })
  })

  it.each(['Gibt es nicht', '', '  ', 'planen. Eine Lehre', 'lehre'])(
    'is refused when the text has no "%s"',
    (quote) => {
      const { path, reason } = refusalOf({ quote, section: 'z1' })
      const searched = 'sections.z1.heading, sections.z1.body'
      expect(path).toBe('quote')
      expect(reason.de).toBe(`"${quote}" steht nicht im Text (gesucht in: ${searched}).`)
      expect(reason.en).toBe(`"${quote}" does not stand in the text (searched: ${searched}).`)
    },
  )

  it('shows no more of a long quote than tells it apart', () => {
    expect(refusalOf({ quote: 'x'.repeat(81) }).reason.en).toContain(`"${'x'.repeat(80)}…"`)
    expect(refusalOf({ quote: 'x'.repeat(80) }).reason.en).toContain(`"${'x'.repeat(80)}"`)
  })

  it('is refused in a field that has no text to quote', () => {
    for (const request of [{ path: 'slug' }, { path: 'intro', section: 'a1' }]) {
      const { path, reason } = refusalOf({ quote: 'plan', ...request })
      expect(path).toBe('path')
      expect(reason.de).toContain(`"${request.path}" ist hier kein Feld mit Text`)
      expect(reason.en).toContain(`"${request.path}" is no field with text here`)
    }
  })

  it('is asked for where only the field of a section is named', () => {
    const { path, reason } = refusalOf({ section: 0, path: 'heading' })
    expect(path).toBe('quote')
    expect(reason).toEqual({
      de: 'Zu "heading" fehlt das Zitat, auf das sich der Kommentar bezieht.',
      en: '"heading" lacks the quote that the comment is about.',
    })
  })

  it('is not asked for where a whole field is meant, and there is such a field', () => {
    const made = makeAnchor(document, { path: 'salaryFigures' })
    expect(made).toEqual({ anchor: { on: 'field', path: 'salaryFigures' } })
    expect(locate({ on: 'field', path: 'salaryFigures' }, {})).toEqual({
      status: 'current',
      path: 'salaryFigures',
      start: null,
      end: null,
    })
    expect(refusalOf({ path: 'price' }).path).toBe('path')
  })

  it('takes spaces of every kind for one', () => {
    const on = { intro: '  Ein\u00a0\n weiter   Weg\tund  Ende' }
    const anchor = anchorFor({ quote: ' Ein weiter\nWeg ' }, on)
    expect(anchor).toMatchObject({ quote: 'Ein weiter Weg', prefix: ' ', suffix: ' und Ende' })
    const place = locate(anchor, on)
    expect(place).toEqual({ status: 'current', path: 'intro', start: 2, end: 20 })
    expect(on.intro.slice(2, 20)).toBe('Ein\u00a0\n weiter   Weg')
    expect(locate(anchor, { intro: 'Ein weiter Weg' })).toMatchObject({ start: 0, end: 14 })
    const early = makeAnchor(on, { quote: 'Weg', prefix: 'weiter \n' })
    expect(early).toMatchObject({ anchor: { quote: 'Weg' } })
  })

  it('is told apart from its equals by as much around it as that takes', () => {
    const same = 'Immer das Gleiche steht hier und überall. '
    const on = { intro: `Anfang. ${same.repeat(5)}Schluss.` }
    const second = 8 + same.length
    const anchor = anchorFor({ quote: 'Gleiche', position: second + 10 }, on)
    expect(locate(anchor, on)).toMatchObject({ status: 'current', start: second + 10 })
    const longer = { intro: `Davor. ${on.intro}` }
    expect(locate(anchor, longer)).toMatchObject({ start: second + 17 })
  })

  it('keeps no more of the text around it than it needs', () => {
    const on = { intro: `${'a '.repeat(50)}Einzig${' b'.repeat(50)}` }
    const anchor = anchorFor({ quote: 'Einzig' }, on)
    expect(anchor).toMatchObject({ prefix: 'a '.repeat(16), suffix: ' b'.repeat(16) })
  })

  it('is found where it was asked for, in any text', () => {
    const word = fc.constantFrom('ja', 'nein', ' ', '\n', 'ja ja', '.')
    const texts = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(''))
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat({ max: 9 }), (intro, from, length) => {
        const start = from % intro.length
        const quote = intro.slice(start, start + 1 + length)
        fc.pre(quote.trim() === quote)
        const anchor = anchorFor({ quote, path: 'intro', position: start }, { intro })
        expect(locate(anchor, { intro })).toEqual({
          status: 'current',
          path: 'intro',
          start,
          end: start + quote.length,
        })
      }),
    )
  })
})
