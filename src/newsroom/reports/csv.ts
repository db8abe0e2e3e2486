import { landOfAgs } from '#model/codes/region.ts'
import { numberCell, writeTable, type Column } from '#model/csv-table.ts'
import { isStage, stageLabels } from '#model/stages.ts'
import { inLanguage, type BilingualText } from '#model/text.ts'
import type { StageTimes } from './buckets.ts'
import type { NewsroomReport } from './report.ts'
import type { ReviewTimes } from './review-times.ts'

/** One line of a report: of what, and its numbers. What a line does not speak of is null. */
interface Line {
  about: BilingualText
  name: string
  stage: string | null
  id: string | null
  at: string | null
  texts: number | null
  inWork: number | null
  pairs: number | null
  medianHours: number | null
  meanHours: number | null
  p90Hours: number | null
}

type NumberOf = Exclude<
  {
    [Name in keyof Line]: Line[Name] extends number | null ? Name : never
  }[keyof Line],
  never
>

const numberColumn = (name: NumberOf, label: BilingualText): Column<Line> => ({
  label,
  cell: (line, language) => numberCell(line[name], language),
})

const about: Column<Line> = {
  label: { de: 'Auswertung', en: 'Figure' },
  cell: (line, language) => inLanguage(line.about, language),
}
const name: Column<Line> = { label: { de: 'Name', en: 'Name' }, cell: ({ name }) => name }
const stage: Column<Line> = {
  label: { de: 'Stand', en: 'Stage' },
  cell: (line, language) =>
    isStage(line.stage) ? inLanguage(stageLabels[line.stage], language) : '',
}
const moment: Column<Line> = {
  label: { de: 'Zeitpunkt', en: 'Time' },
  cell: ({ at }) => at ?? '',
}
const texts = numberColumn('texts', { de: 'Texte', en: 'Texts' })
const hours = [
  numberColumn('medianHours', { de: 'Median (Stunden)', en: 'Median (hours)' }),
  numberColumn('meanHours', { de: 'Mittel (Stunden)', en: 'Mean (hours)' }),
  numberColumn('p90Hours', { de: 'Neun von zehn bis (Stunden)', en: 'Nine of ten within (hours)' }),
]

/** Review times as one table: all numbers of `/api/workflow-report`, each line saying what it is of. */
export function writeReviewTimes(report: ReviewTimes, language: string): AsyncGenerator<string> {
  const { stages, byDesk, byPerson, open, overdue, cycles } = report
  const lines = [
    ...stages.map((times) => timesLine({ de: 'Alle Texte', en: 'All texts' }, times)),
    ...byDesk.map((times) =>
      timesLine({ de: 'Ressort', en: 'Desk' }, times, { name: times.name, id: times.desk }),
    ),
    ...byPerson.map((times) =>
      timesLine({ de: 'Person', en: 'Person' }, times, { name: times.name, id: times.person }),
    ),
    ...open.map(({ stage, documents, oldestSince }) =>
      line({ de: 'Offen', en: 'Open' }, { stage, texts: documents, at: oldestSince }),
    ),
    line({ de: 'Überfällig', en: 'Overdue' }, { texts: overdue.documents }),
    ...overdue.first.map(({ document, dueAt, stage }) =>
      line({ de: 'Überfälliger Text', en: 'Overdue text' }, { id: document, stage, at: dueAt }),
    ),
    ...Object.entries(cycles.bySubmits).map(([submits, documents]) =>
      line({ de: 'So oft eingereicht', en: 'Submitted so often' }, { name: submits, texts: documents }),
    ),
  ]
  const id: Column<Line> = { label: { de: 'Kennung', en: 'Id' }, cell: ({ id }) => id ?? '' }
  return writeTable([about, name, stage, texts, ...hours, moment, id], onePage(lines), language)
}

/** The house in figures as one table: what its page shows as charts. */
export function writeReport(report: NewsroomReport, language: string): AsyncGenerator<string> {
  const lines = [
    ...report.live.map(({ at, documents }) =>
      line({ de: 'Veröffentlichte Texte', en: 'Live texts' }, { at, texts: documents }),
    ),
    ...report.stages.map((times) =>
      timesLine({ de: 'Wie lange Texte wo liegen', en: 'How long texts stay where' }, times),
    ),
    ...report.laender.map(({ land, live, inWork, pairs }) =>
      line(
        { de: 'Abdeckung nach Land', en: 'Coverage by Land' },
        { name: landOfAgs(land ?? '')?.name ?? '', texts: live, inWork, pairs },
      ),
    ),
  ]
  const columns = [
    about,
    moment,
    name,
    stage,
    texts,
    numberColumn('inWork', { de: 'In Arbeit', en: 'In work' }),
    numberColumn('pairs', { de: 'Paare aus Beruf und Ort', en: 'Pairs of profession and place' }),
    ...hours,
  ]
  return writeTable(columns, onePage(lines), language)
}

function line(about: BilingualText, said: Partial<Line>): Line {
  const nothing = { name: '', stage: null, id: null, at: null, texts: null, inWork: null, pairs: null }
  return { about, ...nothing, medianHours: null, meanHours: null, p90Hours: null, ...said }
}

function timesLine(about: BilingualText, times: StageTimes, whose: Partial<Line> = {}): Line {
  const { stage, stays, medianHours, meanHours, p90Hours } = times
  return line(about, { ...whose, stage, texts: stays, medianHours, meanHours, p90Hours })
}

async function* onePage(lines: Line[]): AsyncGenerator<Line[]> {
  yield await Promise.resolve(lines)
}
