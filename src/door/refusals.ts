import { inDigits } from '#model/json-limits.ts'
import { knownLanguage, type BilingualText, type Language } from '#model/text.ts'
import { queryLimits, type QueryProblem } from './query-cost.ts'

/** Why a request is turned away before anybody reads it. */
export interface Refusal {
  status: 400 | 401 | 403 | 404 | 408 | 413 | 503
  code:
    | 'not_signed_in'
    | 'not_allowed'
    | 'not_found'
    | 'too_slow'
    | 'too_large'
    | 'invalid_request'
    | 'query_too_complex'
    | 'foreign_origin'
    | 'overloaded'
  message: BilingualText
  /** Seconds until it makes sense to come again. */
  retryAfter?: number
}

/** Somebody else's page, with the cookie of whoever has it open. */
export const foreign: Refusal = {
  status: 403,
  code: 'foreign_origin',
  message: {
    de: 'Diese Anfrage kommt nicht von den Seiten des CMS. Programme melden sich mit einem Token an.',
    en: 'This request does not come from the pages of the CMS. Programs sign in by a token.',
  },
}

/** Files of somebody who is not signed in. */
export const unknownSender: Refusal = {
  status: 401,
  code: 'not_signed_in',
  message: {
    de: 'Dateien schickt nur, wer angemeldet ist.',
    en: 'Only who is signed in sends files.',
  },
}

/** Files of a site, whichever it is: sites only read. */
export const siteSender: Refusal = {
  status: 403,
  code: 'not_allowed',
  message: { de: 'Websites schicken keine Dateien.', en: 'Sites send no files.' },
}

/** No route could be meant by this path. */
export const notThere: Refusal = {
  status: 404,
  code: 'not_found',
  message: { de: 'Unter dieser Adresse ist nichts.', en: 'There is nothing at this address.' },
}

/** A path with signs that are not those of UTF-8 in percent encoding. */
export const malformedPath: Refusal = {
  status: 400,
  code: 'invalid_request',
  message: {
    de: 'Diese Adresse ist falsch geschrieben.',
    en: 'This address is not written as addresses are.',
  },
}

/** Files and forms, where only JSON is read. */
export const noForm: Refusal = {
  status: 400,
  code: 'invalid_request',
  message: {
    de: 'GraphQL-Anfragen kommen als JSON, nicht als Formular.',
    en: 'GraphQL is asked in JSON, not by a form.',
  },
}

/** What says that it is JSON, and is not. */
export const unreadable: Refusal = {
  status: 400,
  code: 'invalid_request',
  message: {
    de: 'Der Inhalt der Anfrage (body) ist kein JSON.',
    en: 'The body of the request is not JSON.',
  },
}

/** What is asked stands in the body, and cannot be read. */
export const unreadableQuestion: Refusal = {
  status: 400,
  code: 'invalid_request',
  message: {
    de: 'Der Inhalt der Anfrage (body) ist kein JSON-Objekt, dessen „locale“ und „fallbackLocale“ Texte sind.',
    en: 'The body of the request is not a JSON object whose "locale" and "fallbackLocale" are texts.',
  },
}

/** @param bytes the limit of the route */
export function tooLarge(bytes: number): Refusal {
  const limit = inDigits(bytes)
  return {
    status: 413,
    code: 'too_large',
    message: {
      de: `Der Inhalt der Anfrage (body) darf hier höchstens ${limit.de} Bytes haben.`,
      en: `The body of a request may have at most ${limit.en} bytes here.`,
    },
  }
}

/** The body stopped coming. */
export const tooSlow: Refusal = {
  status: 408,
  code: 'too_slow',
  message: {
    de: 'Der Inhalt der Anfrage (body) kommt nicht an.',
    en: 'The body of the request does not arrive.',
  },
}

/** @param depth the limit */
export function tooDeep(depth: number): Refusal {
  return {
    status: 400,
    code: 'invalid_request',
    message: {
      de: `Der Inhalt der Anfrage (body) ist tiefer geschachtelt als ${String(depth)} Ebenen.`,
      en: `The body of the request is nested deeper than ${String(depth)} levels.`,
    },
  }
}

/** @param characters the limit */
export function queryTooLong(characters: number): Refusal {
  const limit = inDigits(characters)
  return {
    status: 413,
    code: 'too_large',
    message: {
      de: `Eine GraphQL-Anfrage (query) darf höchstens ${limit.de} Zeichen haben; Werte gehören in die Variablen.`,
      en: `A GraphQL query may have at most ${limit.en} characters; values belong into its variables.`,
    },
  }
}

/** @param problem which limit the query is beyond */
export function queryTooComplex(problem: QueryProblem): Refusal {
  return { status: 400, code: 'query_too_complex', message: tellProblem(problem) }
}

function tellProblem(problem: QueryProblem): BilingualText {
  if (problem === 'circle') {
    return {
      de: 'Ein Fragment dieser GraphQL-Anfrage enthält sich selbst.',
      en: 'A fragment of this GraphQL query contains itself.',
    }
  }
  if (problem === 'cost') {
    return {
      de: 'Diese GraphQL-Anfrage verlangt zu viel auf einmal. Bitte mit kleinerem "limit", weniger Feldern oder weniger Listen ineinander fragen.',
      en: 'This GraphQL query asks for too much at once. Ask with a smaller "limit", for fewer fields or for fewer lists within each other.',
    }
  }
  const most = inDigits(queryLimits[problem])
  const what = {
    tokens: { de: 'Zeichenfolgen (tokens)', en: 'tokens' },
    fragments: { de: 'Fragmente', en: 'fragments' },
    depth: { de: 'Ebenen', en: 'levels' },
    roots: { de: 'Felder auf der obersten Ebene', en: 'fields on its first level' },
    fields: { de: 'Felder', en: 'fields' },
    schemaFields: {
      de: 'Felder, die nach dem Schema fragen',
      en: 'fields that ask for the schema',
    },
  }[problem]
  return {
    de: `Eine GraphQL-Anfrage hat höchstens ${most.de} ${what.de}.`,
    en: `A GraphQL query has at most ${most.en} ${what.en}.`,
  }
}

/** @param retryAfter seconds */
export function overloaded(retryAfter: number): Refusal {
  return {
    status: 503,
    code: 'overloaded',
    message: {
      de: 'Es sind gerade zu viele Anfragen. Bitte gleich noch einmal versuchen.',
      en: 'There are too many requests at the moment. Try again shortly.',
    },
    retryAfter,
  }
}

/**
 * The answer of a refusal: as our own endpoints say it (`error`), and as Payload's do (`errors`), since it
 * stands before both.
 */
export function answerRefusal(refusal: Refusal, request: Request): Response {
  const { status, code, retryAfter } = refusal
  const message = refusal.message[languageOf(request.headers)]
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter))
  const error = { code, message }
  const errors = [{ message, data: { code }, extensions: { code, statusCode: status } }]
  return Response.json({ error, errors }, { status, headers })
}

/** The first language that is asked for; English where none is. */
export function languageOf(headers: Headers): Language {
  const chosen = /(?:^|;\s*)payload-lng=(\w\w)/.exec(headers.get('cookie') ?? '')?.[1]
  return knownLanguage(chosen ?? headers.get('accept-language')?.slice(0, 2).toLowerCase())
}
