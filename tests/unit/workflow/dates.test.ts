import { describe, expect, it } from 'vitest'
import { readDates, type PlannedDates } from '#workflow/dates.ts'

// Half past nine in Berlin, in winter: an hour ahead of UTC.
const now = new Date('2027-01-15T08:30:00.000Z')
const nothing: PlannedDates = { publishAt: null, unpublishAt: null }

const read = (options: {
  stage?: 'draft' | 'approved' | 'scheduled' | 'live'
  isAboutEnd?: boolean
  planned?: PlannedDates
  endsAt?: string | null
  publishAt?: string
  unpublishAt?: string | null
}) => {
  const { stage = 'approved', planned = nothing, endsAt = null, ...asked } = options
  const { isAboutEnd = stage === 'live' } = options
  const { dates, obstacles } = readDates({ stage, isAboutEnd, planned, endsAt, asked, now })
  return { dates, places: obstacles.map(({ path, reason }) => `${path}: ${reason.en}`) }
}

describe('the dates of a plan', () => {
  it('are read in Berlin where they name no offset, and kept in UTC', () => {
    expect(
      read({ publishAt: '2027-07-01T10:00', unpublishAt: '2027-12-01T10:00:00+02:00' }),
    ).toEqual({
      dates: { publishAt: '2027-07-01T08:00:00.000Z', unpublishAt: '2027-12-01T08:00:00.000Z' },
      places: [],
    })
  })

  it.each(['publishAt', 'unpublishAt'] as const)('are moments: %s', (name) => {
    const { dates, places } = read({ publishAt: '2027-07-01T10:00', [name]: 'tomorrow' })
    expect(dates[name]).toBeNull()
    expect(places).toHaveLength(1)
    expect(places[0]).toMatch(new RegExp(`^${name}: `))
  })

  it.each(['publishAt', 'unpublishAt'] as const)('lie ahead: %s', (name) => {
    const stage = name === 'publishAt' ? 'approved' : 'live'
    const passed = `${name}: This moment has passed.`
    expect(read({ stage, [name]: '2027-01-15T09:29:59' }).places).toEqual([passed])
    expect(read({ stage, [name]: '2027-01-15T09:30:00' }).places).toEqual([passed])
    expect(read({ stage, [name]: '2027-01-15T09:30:01' }).places).toEqual([])
  })

  it.each([
    ['approved', {}, ['publishAt: It is not said when to publish.']],
    ['approved', { unpublishAt: '2027-02-01' }, ['publishAt: It is not said when to publish.']],
    ['approved', { publishAt: '2027-02-01' }, []],
    ['scheduled', {}, ['publishAt: It is not said when to publish.']],
    ['scheduled', { unpublishAt: '2027-02-01' }, []],
    ['scheduled', { publishAt: '2027-02-01' }, []],
    ['live', {}, ['unpublishAt: It is not said when to unpublish.']],
    ['live', { unpublishAt: '2027-02-01' }, []],
    [
      'live',
      { publishAt: '2027-02-01', unpublishAt: '2027-03-01' },
      ['publishAt: The text is live already; only unpublishAt can be planned.'],
    ],
    [
      'live',
      { publishAt: '2027-02-01' },
      [
        'publishAt: The text is live already; only unpublishAt can be planned.',
        'unpublishAt: It is not said when to unpublish.',
      ],
    ],
  ] as const)('make sense for a text that is %s: %o', (stage, asked, places) => {
    const days = Object.fromEntries(
      Object.entries(asked).map(([name, day]) => [name, `${day}T10:00`]),
    )
    expect(read({ stage, ...days }).places).toEqual(places)
  })

  it.each([
    ['live', { endsAt: '2027-02-01T09:00:00.000Z' }, []],
    ['live', {}, ['unpublishAt: No end is planned.']],
    ['draft', { isAboutEnd: true, endsAt: '2027-02-01T09:00:00.000Z' }, []],
    ['draft', { isAboutEnd: true }, ['unpublishAt: No end is planned.']],
    [
      'scheduled',
      {
        planned: { publishAt: '2027-02-01T09:00:00.000Z', unpublishAt: '2027-03-01T09:00:00.000Z' },
      },
      [],
    ],
    [
      'scheduled',
      { planned: { publishAt: '2027-02-01T09:00:00.000Z', unpublishAt: null } },
      ['unpublishAt: No end is planned.'],
    ],
  ] as const)('take a planned end away where there is one: %s, %o', (stage, known, places) => {
    expect(read({ stage, ...known, unpublishAt: null }).places).toEqual(places)
  })

  it('have no end to be before where it is taken away', () => {
    const planned = {
      publishAt: '2027-02-01T09:00:00.000Z',
      unpublishAt: '2027-03-01T09:00:00.000Z',
    }
    const later = { publishAt: '2027-04-01T10:00', unpublishAt: null }
    expect(read({ stage: 'scheduled', planned, ...later }).places).toEqual([])
    expect(read({ stage: 'scheduled', planned, publishAt: later.publishAt }).places).toHaveLength(1)
  })

  const reversed = 'unpublishAt: The text would be unpublished before it is published.'
  const first = '2027-02-01T10:00'
  const second = '2027-02-01T10:01'

  it.each([
    ['in their order', { publishAt: first, unpublishAt: second }, nothing, []],
    ['at once', { publishAt: first, unpublishAt: first }, nothing, [reversed]],
    ['the other way round', { publishAt: second, unpublishAt: first }, nothing, [reversed]],
    [
      'beside a planned end',
      { publishAt: second },
      { publishAt: null, unpublishAt: '2027-02-01T09:00:00.000Z' },
      [reversed],
    ],
    [
      'beside a planned beginning',
      { unpublishAt: first },
      { publishAt: '2027-02-01T09:01:00.000Z', unpublishAt: null },
      [reversed],
    ],
    [
      'in the place of what was planned',
      { publishAt: first, unpublishAt: second },
      { publishAt: '2027-05-01T09:00:00.000Z', unpublishAt: '2027-01-20T09:00:00.000Z' },
      [],
    ],
  ] as const)('end after they began: %s', (_, asked, planned, places) => {
    expect(read({ stage: 'scheduled', planned, ...asked }).places).toEqual(places)
  })
})
