import type {
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  GlobalBeforeOperationHook,
  PayloadRequest,
  SanitizedConfig,
} from 'payload'
import { isRecord } from '#model/documents.ts'
import { InvalidRequest } from '#model/errors.ts'
import { inDigits } from '#model/json-limits.ts'
import { sizeOfJson } from '#model/size-of-json.ts'
import { judgeWhere } from './bound-conditions.ts'
import { boundList, boundPage, refuseChangeOfMany, refuseLongList } from './bound-lists.ts'

// Entries name each other in circles: regions their neighbours, and these them. Payload sends with an entry
// those that it names, and theirs, as deep as it is asked, each time anew. What one request may have is
// bounded in four ways: how many of a list, how deep, how many entries are read because others name them, and how
// long the answer becomes.

/** How deep an entry is sent with those that it names. It is what is sent where nobody says. */
export const deepestRelations = 2
/** Entries that are read because others name them, for one request. */
const mostRelated = 3000
/** Of an answer with related entries, in characters. */
const longestAnswer = 16_000_000
const lastPage = 1_000_000_000

/** Every collection and every global, Payload's own included, with these bounds. */
export function boundReads(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const { hooks } = collection
    collection.hooks = {
      ...hooks,
      beforeOperation: [refuseEndless, boundLists, boundChanges, ...hooks.beforeOperation],
      afterOperation: [...hooks.afterOperation, refuseLongAnswer],
    }
  }
  for (const global of config.globals) {
    const { hooks } = global
    global.hooks = { ...hooks, beforeOperation: [refuseDeep, ...(hooks.beforeOperation ?? [])] }
  }
  return config
}

const refuseEndless: CollectionBeforeOperationHook = ({ args: given, req }) => {
  const args: object = given
  const isOurs = isOwnQuestion(args, req)
  judgeWhere(Reflect.get(args, 'where'), { isOurs })
  const joins: unknown = Reflect.get(args, 'joins')
  if (isRecord(joins)) {
    for (const join of Object.values(joins)) if (isRecord(join)) judgeWhere(join.where, { isOurs })
  }
  if (isRelated(args)) countRelated(req, args)
  else if (req.payloadAPI === 'REST') judgeParameters(args)
}

/**
 * Whether the house asks by itself, on the way to an answer among others: that is its own business. A page that asks
 * as whoever looks at it does has conditions, order and length of a list from them.
 */
function isOwnQuestion(args: object, req: PayloadRequest): boolean {
  const overrideAccess: unknown = Reflect.get(args, 'overrideAccess')
  const isOurs = req.payloadAPI === 'local' ? overrideAccess !== false : overrideAccess === true
  return isOurs || isRelated(args)
}

/** Whether it is what somebody asks for over REST. */
function isAsked(args: object, req: PayloadRequest): boolean {
  return req.payloadAPI === 'REST' && !isOwnQuestion(args, req)
}

const boundLists: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'read' || isOwnQuestion(args, req)) return undefined
  if (req.payloadAPI === 'REST') return boundList(args)
  return req.payloadAPI === 'local' ? boundPage(args) : undefined
}

const boundChanges: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const isChange = operation === 'update' || operation === 'delete'
  if (isChange && isAsked(args, req)) await refuseChangeOfMany(args, req)
}

const refuseDeep: GlobalBeforeOperationHook = ({ args, req }) => {
  const given: unknown = args
  if (isRecord(given) && req.payloadAPI === 'REST') judgeParameters(given)
}

/** After Payload has put an entry together, in which one that is named twice stands twice, and before it is written out. */
const refuseLongAnswer: CollectionAfterOperationHook = ({ args, req, result }) => {
  if (!isAsked(args, req)) return
  refuseLongList(result)
  if (sizeOfJson(result, longestAnswer) <= longestAnswer) return
  const most = inDigits(longestAnswer)
  throw new InvalidRequest(
    {
      de: `Die Antwort hätte mit allen genannten Einträgen mehr als ${most.de} Zeichen. ${askForLess.de}`,
      en: `With all related entries the answer would have more than ${most.en} characters. ${askForLess.en}`,
    },
    tooMuch('The answer would be too long.'),
  )
}

/** Whether entries are read because others name them: Payload's own loader says how deep it is. */
function isRelated(args: object): boolean {
  return Reflect.get(args, 'currentDepth') !== undefined
}

const related = new WeakMap<object, number>()

/** @throws InvalidRequest 400 where one request has more of them than it may */
function countRelated(req: PayloadRequest, args: object): void {
  const where: unknown = Reflect.get(args, 'where')
  const ids = isRecord(where) && isRecord(where.id) ? where.id.in : undefined
  // The request itself may be a copy of another; the loader goes with it.
  const count = (related.get(req.payloadDataLoader) ?? 0) + (Array.isArray(ids) ? ids.length : 1)
  related.set(req.payloadDataLoader, count)
  if (count <= mostRelated || req.payloadAPI === 'local') return
  const most = inDigits(mostRelated)
  throw new InvalidRequest(
    {
      de: `Es sind mehr als ${most.de} Einträge zu lesen, die andere nennen. ${askForLess.de}`,
      en: `More than ${most.en} related entries would have to be read. ${askForLess.en}`,
    },
    tooMuch('Too many related entries.'),
  )
}

function judgeParameters(args: object): void {
  const { depth, page }: { depth?: unknown; page?: unknown } = args
  if (typeof depth === 'number' && !isBetween(depth, 0, deepestRelations)) {
    refuse('depth', `0 to ${String(deepestRelations)}`)
  }
  if (typeof page === 'number' && page !== 0 && !isBetween(page, 1, lastPage)) {
    refuse('page', `1 to ${inDigits(lastPage).en}`)
  }
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

function refuse(name: string, range: string): never {
  throw new InvalidRequest(`"${name}" is a whole number from ${range}.`, [
    { path: name, reason: `A whole number from ${range}.` },
  ])
}

const askForLess = {
  de: 'Bitte mit kleinerem "limit" oder "depth" fragen.',
  en: 'Ask with a smaller "limit" or "depth".',
}

function tooMuch(reason: string) {
  return ['limit', 'depth'].map((path) => ({ path, reason }))
}
