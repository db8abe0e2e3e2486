import { Type, type Static, type TSchema } from '@sinclair/typebox'
import type {
  DateField,
  DateFieldValidation,
  NumberField,
  NumberFieldSingleValidation,
  SelectField,
  TextareaField,
  TextField,
} from 'payload'
import { berlinDayOf, dayOf } from '#model/day.ts'
import { inLanguage, type BilingualText, type Language } from '#model/text.ts'
import { findWebAddressProblem, longestAddress } from '#model/web-address.ts'
import type { Canonical, Comparison, Kind } from './field.ts'
import { moment as momentShape, nullable, oneOf } from './shapes.ts'
import { momentIn, nonEmptyText, numberIn } from './values.ts'
import { enumNameOf } from './enum-name.ts'
import { asStored } from './parts.ts'

// Values that stand for themselves: texts, words out of a list, numbers, marks, points in time.

type SimpleComparison = Exclude<
  Comparison['as'],
  'richText' | 'relation' | 'relations' | 'group' | 'rows'
>

function simple<S extends TSchema>(kind: {
  form: Kind['form']
  canonical: (value: unknown) => Canonical | undefined
  as: SimpleComparison
  /** How many characters a text may have; without: it is no text, or one out of a list. */
  longest?: number
  shape: S
  render: (value: unknown) => Static<S>
  inWords: Kind['inWords']
  isText?: boolean
}): Kind<S> {
  const { form, canonical, as, longest, shape, render, inWords, isText = false } = kind
  return {
    form,
    canonical,
    comparison: { as },
    limit: longest === undefined ? null : { longest },
    stored: shape,
    shown: shape,
    render,
    complete: (stored) => (stored === undefined ? render(undefined) : stored),
    present: asStored,
    refersTo: () => [],
    textsIn: (value) =>
      isText ? [{ path: '', text: nonEmptyText(value) ?? '', isDelivered: true }] : [],
    inWords,
  }
}

interface TextOptions {
  /** How many characters it may have, in UTF-16 units. */
  longest: number
  isMultiline?: boolean
  required?: boolean
  /** How many lines the form shows. */
  lines?: number
  placeholder?: BilingualText
  description?: string
  /** A component in place of the plain input, by its path. */
  input?: string
}

function textForm(options: TextOptions): Kind['form'] {
  const { longest, isMultiline = false, required = false, lines, placeholder, input } = options
  return ({ name, label }): TextField | TextareaField => ({
    name,
    label,
    maxLength: longest,
    ...(required ? { required } : {}),
    ...(isMultiline ? { type: 'textarea' } : { type: 'text' }),
    ...(lines === undefined && placeholder === undefined && input === undefined
      ? {}
      : {
          admin: {
            ...(lines === undefined ? {} : { rows: lines }),
            ...(placeholder === undefined ? {} : { placeholder }),
            ...(input === undefined ? {} : { components: { Field: input } }),
          },
        }),
  })
}

function describedText({ description }: TextOptions) {
  return Type.String(description === undefined ? {} : { description })
}

/** Short text in which every letter counts, unless it is compared otherwise. Absent: null. */
export function wording(options: TextOptions & { as?: SimpleComparison }) {
  return simple({
    form: textForm(options),
    canonical: nonEmptyText,
    as: options.as ?? 'wording',
    longest: options.longest,
    shape: nullable(describedText(options)),
    render: (value) => nonEmptyText(value) ?? null,
    inWords: (value) => nonEmptyText(value) ?? '',
    isText: true,
  })
}

/** Running text, which may change cosmetically. Absent: ''. */
export function prose(options: TextOptions) {
  return simple({
    form: textForm(options),
    canonical: nonEmptyText,
    as: 'prose',
    longest: options.longest,
    shape: describedText(options),
    render: (value) => nonEmptyText(value) ?? '',
    inWords: (value) => nonEmptyText(value) ?? '',
    isText: true,
  })
}

/** An address on the web, http or https, of some hosts only where they are named. Absent: null. */
export function webAddress(options: { description?: string; hosts?: readonly string[] } = {}) {
  const { hosts, ...described } = options
  const findProblem = (value: unknown) => findWebAddressProblem(value, hosts)
  return simple({
    form: ({ name, label }): TextField => ({
      name,
      label,
      type: 'text',
      maxLength: longestAddress,
      validate: (value: unknown, { req }: { req: { i18n: { language: string } } }) => {
        if (value === undefined || value === null || value === '') return true
        const problem = findProblem(value)
        return problem ? inLanguage(problem, req.i18n.language) : true
      },
    }),
    canonical: nonEmptyText,
    as: 'wording',
    longest: longestAddress,
    shape: nullable(Type.String({ format: 'uri', ...described })),
    render: (value) => (findProblem(value) ? null : (nonEmptyText(value) ?? null)),
    inWords: (value) => nonEmptyText(value) ?? '',
  })
}

/** A time of a day, as `07:30`. Absent, or none: null. */
export function timeOfDay() {
  const isTime = (value: unknown) =>
    typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)
  return simple({
    form: ({ name, label }): TextField => ({
      name,
      label,
      type: 'text',
      maxLength: 5,
      validate: (value: unknown, { req }: { req: { i18n: { language: string } } }) =>
        value === undefined || value === null || value === '' || isTime(value)
          ? true
          : inLanguage(
              { de: 'Erwartet wird eine Uhrzeit wie 07:30.', en: 'Expected a time as 07:30.' },
              req.i18n.language,
            ),
    }),
    canonical: nonEmptyText,
    as: 'wording',
    longest: 5,
    shape: nullable(Type.String({ description: 'HH:MM' })),
    render: (value) => (isTime(value) ? (nonEmptyText(value) ?? null) : null),
    inWords: (value) => nonEmptyText(value) ?? '',
  })
}

type Labels<T extends readonly string[]> = Readonly<Record<T[number], BilingualText>>

interface ChoiceOptions<T extends readonly string[]> {
  values: T
  labels: Labels<T>
  required?: boolean
  defaultValue?: T[number]
  /** A component below the field, by its path. */
  hint?: string
}

function choiceForm<T extends readonly string[]>(options: ChoiceOptions<T>): Kind['form'] {
  const { values, labels, required = false, defaultValue, hint } = options
  const words: Readonly<Record<string, BilingualText>> = labels
  return ({ name, label }): SelectField => ({
    name,
    label,
    type: 'select',
    enumName: enumNameOf(name),
    ...(required ? { required } : {}),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    options: values.map((value) => ({ value, label: { ...(words[value] ?? same(value)) } })),
    ...(hint === undefined ? {} : { admin: { components: { Description: hint } } }),
  })
}

function wordFor(labels: Readonly<Record<string, BilingualText>>): Kind['inWords'] {
  return (value, language) => {
    const text = nonEmptyText(value) ?? ''
    return labels[text]?.[language] ?? text
  }
}

function same(value: string): BilingualText {
  return { de: value, en: value }
}

/** One of some words. Absent, or none of them: null. */
export function choice<const T extends readonly string[]>(options: ChoiceOptions<T>) {
  return simple({
    form: choiceForm(options),
    canonical: nonEmptyText,
    as: 'value',
    shape: nullable(oneOf(options.values)),
    render: (value): T[number] | null => options.values.find((known) => known === value) ?? null,
    inWords: wordFor(options.labels),
  })
}

/**
 * One of some words where there always is one. A row without it is no row: its list says so by
 * `isRow`, else the first word stands for whatever is broken.
 */
export function oneChoice<const T extends readonly [string, ...string[]]>(
  options: Omit<ChoiceOptions<T>, 'required'>,
) {
  const { values, labels, defaultValue } = options
  return simple({
    form: choiceForm({ ...options, required: true }),
    canonical: nonEmptyText,
    as: 'value',
    shape: oneOf(values),
    render: (value): T[number] =>
      values.find((known) => known === value) ?? defaultValue ?? values[0],
    inWords: wordFor(labels),
  })
}

interface AmountOptions {
  min?: number
  max?: number
  shape?: 'integer' | 'number'
  description?: string
  /** What the number counts, as it stands behind it. */
  unit?: BilingualText
  validate?: NumberFieldSingleValidation
  /** Whether only people signed in read it, and nobody writes it in the form. */
  isInternal?: boolean
}

/** A number. Absent: null; 0 is a value. */
export function amount(options: AmountOptions = {}) {
  const { min, max, shape = 'number', description, unit, validate, isInternal = false } = options
  const described = description === undefined ? {} : { description }
  return simple({
    form: ({ name, label, kit }): NumberField => ({
      name,
      label,
      type: 'number',
      ...(shape === 'integer' ? { custom: { isWhole: true } } : {}),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(validate === undefined ? {} : { validate }),
      ...(isInternal
        ? {
            access: { read: kit.onlyPeopleRead },
            admin: {
              readOnly: true,
              condition: (_, row: Readonly<Record<string, unknown>>) =>
                typeof row[name] === 'number',
            },
          }
        : {}),
    }),
    canonical: numberIn,
    as: 'value',
    shape: nullable(shape === 'integer' ? Type.Integer(described) : Type.Number(described)),
    render: (value) => (Number.isFinite(value) ? (numberIn(value) ?? null) : null),
    inWords: (value, language) => {
      const number = numberIn(value)
      if (number === undefined) return ''
      const said = numberFormats[language].format(number)
      return unit ? `${said} ${unit[language]}` : said
    },
  })
}

const numberFormats: Readonly<Record<Language, Intl.NumberFormat>> = {
  de: new Intl.NumberFormat('de-DE', { useGrouping: 'min2' }),
  en: new Intl.NumberFormat('en-GB', { useGrouping: 'min2' }),
}

/** Yes or no. Absent: null; no is a value. */
export function flag(options: { defaultValue?: boolean } = {}) {
  return simple({
    form: ({ name, label }) => ({ name, label, type: 'checkbox', ...options }),
    canonical: (value) => (typeof value === 'boolean' ? value : undefined),
    as: 'value',
    shape: nullable(Type.Boolean()),
    render: (value) => (typeof value === 'boolean' ? value : null),
    inWords: (value, language) =>
      typeof value === 'boolean' ? inLanguage(value ? yes : no, language) : '',
  })
}

const yes = { de: 'ja', en: 'yes' }
const no = { de: 'nein', en: 'no' }

/** A point in time, ISO 8601 in UTC. Absent: null. */
export function moment() {
  return simple({
    form: ({ name, label }): DateField => ({ name, label, type: 'date' }),
    canonical: momentIn,
    as: 'value',
    shape: nullable(momentShape),
    render: (value) => momentIn(value) ?? null,
    inWords: (value, language) => {
      const at = momentIn(value)
      return at === undefined ? '' : dateFormats[language].format(new Date(at))
    },
  })
}

/**
 * A day on a calendar in Berlin, as YYYY-MM-DD. Absent: null. In the digest it is the day in UTC, as it always was;
 * so that an approval says which day it means, a moment that is another day there is written as that day.
 */
export function day(options: { validate?: DateFieldValidation } = {}) {
  return simple({
    form: ({ name, label }): DateField => ({
      name,
      label,
      type: 'date',
      admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'dd.MM.yyyy' } },
      hooks: { beforeValidate: [({ value }): unknown => asWrittenDay(value)] },
      ...options,
    }),
    canonical: dayOf,
    as: 'value',
    shape: nullable(Type.String({ format: 'date' })),
    render: (value) => berlinDayOf(value) ?? null,
    inWords: (value, language) => {
      const on = berlinDayOf(value)
      return on === undefined ? '' : dayFormats[language].format(new Date(on))
    },
  })
}

/** What is the same day in Berlin and in UTC stays as it was sent. */
function asWrittenDay(value: unknown): unknown {
  const on = berlinDayOf(value)
  return on === undefined || on === dayOf(value) ? value : `${on}T00:00:00.000Z`
}

const dateFormats = formatsIn('Europe/Berlin')
const dayFormats = formatsIn('UTC')

function formatsIn(timeZone: string): Readonly<Record<Language, Intl.DateTimeFormat>> {
  const options = { dateStyle: 'medium', timeZone } as const
  return {
    de: new Intl.DateTimeFormat('de-DE', options),
    en: new Intl.DateTimeFormat('en-GB', options),
  }
}
