import { describe, expect, it } from 'vitest'
import { bodyOf } from '#support/factories.ts'
import { locate } from '#review/comments/anchor.ts'
import { access, anchorFor, document, tasks } from './anchors.ts'

describe('a quote in a later version', () => {
  const onLehre = anchorFor({ quote: 'Lehre hilft', section: 'z1' })

  it('stays where it is while the text around it changes', () => {
    const changed = { ...access, body: bodyOf('Nun gut: Eine  Lehre hilft selten.') }
    expect(locate(onLehre, { sections: [changed, tasks] })).toEqual({
      status: 'current',
      path: 'sections.z1.body',
      start: 15,
      end: 26,
    })
  })

  it('stays in its field though another has it with better context', () => {
    const sections = [
      { ...tasks, body: bodyOf('Eine Lehre hilft immer.') },
      { ...access, body: bodyOf('Lehre hilft') },
    ]
    expect(locate(onLehre, { sections })).toMatchObject({
      status: 'current',
      path: 'sections.z1.body',
    })
  })

  it('stays in its section when the rows get new ids', () => {
    const sections = [
      { ...tasks, id: 'a2', body: bodyOf('Lehre hilft') },
      { ...access, id: 'z2' },
    ]
    expect(locate(onLehre, { sections })).toMatchObject({
      status: 'current',
      path: 'sections.z2.body',
    })
  })

  it('has moved when it stands in another field, the one with the best context', () => {
    const gone = { ...access, body: bodyOf('Nichts.') }
    const moved = { ...tasks, body: bodyOf('Sie planen. Eine Lehre hilft immer.') }
    expect(locate(onLehre, { intro: 'Lehre hilft', sections: [moved, gone] })).toEqual({
      status: 'moved',
      path: 'sections.a1.body',
      start: 17,
      end: 28,
    })
    expect(locate(onLehre, { sections: [tasks], intro: 'Eine Lehre hilft' })).toMatchObject({
      status: 'moved',
      path: 'intro',
    })
  })

  it('has moved when it went from the body into the heading', () => {
    const titled = { ...access, heading: 'Eine Lehre hilft immer.', body: bodyOf('So.') }
    expect(locate(onLehre, { sections: [titled] })).toMatchObject({
      status: 'moved',
      path: 'sections.z1.heading',
    })
  })

  it('has moved when several sections bear the name of its own', () => {
    const sections = [
      { ...access, id: 'n1' },
      { ...access, id: 'n2' },
    ]
    expect(locate(onLehre, { sections })).toMatchObject({
      status: 'moved',
      path: 'sections.n1.body',
    })
  })

  it('follows its section where rows have no ids, not the index', () => {
    const [first, second] = [
      { kind: 'aufgaben', heading: null, body: bodyOf('Ein Plan hilft.') },
      { kind: 'zugang', heading: null, body: bodyOf('Ein Plan hilft sehr.') },
    ]
    const anchor = anchorFor({ quote: 'Plan', section: 0 }, { sections: [first, second] })
    expect(anchor).toMatchObject({ path: 'sections.0.body' })
    expect(locate(anchor, { sections: [second, first] })).toMatchObject({
      status: 'current',
      path: 'sections.1.body',
    })
    expect(locate(anchor, { sections: [first, second] })).toMatchObject({
      status: 'current',
      path: 'sections.0.body',
    })
    expect(locate(anchor, { sections: [second] })).toMatchObject({
      status: 'moved',
      path: 'sections.0.body',
    })
  })

  it('is outdated when no field has it', () => {
    const gone = { status: 'outdated', path: null, start: null, end: null }
    expect(locate(onLehre, { ...document, sections: [tasks] })).toEqual(gone)
    expect(locate(onLehre, {})).toEqual(gone)
  })
})
