import { createHash } from 'node:crypto'
import type { Static, TSchema } from '@sinclair/typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { execute } from 'graphql'
import type { RequestParams, Response } from 'graphql-http'
import { isRecord } from '#model/documents.ts'
import type { DeliveryApp } from '../app.ts'
import { answerCached, type Content, type DeliveryContext } from '../context/context.ts'
import { invalidParameters } from '../http/errors.ts'
import { isResponse, readAsked } from './asked.ts'
import { newDocuments } from './documents.ts'
import { limits } from './limits.ts'
import { chooseMediaType, type MediaType } from './media-types.ts'
import { NotKept, outcomeOf, refusal, type Outcome } from './outcome.ts'
import { newPersistedQueries } from './persisted.ts'
import { openReading, type Reading } from './reading.ts'
import { newSchema } from './schema.ts'

/** `GET|POST /graphql`: the same data as REST, read-only (GraphQL over HTTP, draft of 2025). */
export function graphqlRoutes(app: DeliveryApp, context: DeliveryContext): void {
  const schema = newSchema()
  const check = newDocuments(schema, context.settings)
  const persisted = newPersistedQueries()

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const form = chooseMediaType(request.headers.accept)
    if (form === undefined) return sendBare(reply, 406)
    let asked: RequestParams | Response
    try {
      asked = await readAsked(request, persisted)
    } catch (error) {
      return sendErrors(reply, form, refusal(error instanceof Error ? error : new Error(), form))
    }
    if (isResponse(asked)) return sendBare(reply, asked[1].status)
    const params = asked
    const address = request.method === 'POST' ? `POST ${form} ${hashOf(params)}` : undefined
    try {
      if (isOfFeed.test(params.query)) {
        const { body } = await read(params, request, form)
        return sendBody(reply, form, { cacheControl: 'private, no-cache', body })
      }
      return await answerCached(context, request, reply, () => read(params, request, form), address)
    } catch (error) {
      if (error instanceof NotKept) return sendErrors(reply, form, error.outcome)
      throw error
    }
  }

  /** @throws NotKept where there are errors */
  const read = async (
    { query, operationName, variables }: RequestParams,
    request: FastifyRequest,
    form: MediaType,
  ): Promise<Content> => {
    const onFault = (err: Error): void => {
      request.log.error({ err }, 'A field of GraphQL failed.')
    }
    const checked = check(query)
    if ('errors' in checked) throw new NotKept(outcomeOf(checked, form, onFault))
    const reading = openReading(context.database.sql, request.caller, checkerOf(request))
    const result = await execute({
      schema,
      document: checked.document,
      contextValue: reading,
      variableValues: variables,
      operationName,
      options: { maxCoercionErrors: limits.errors },
      hideSuggestions: !context.settings.hasIntrospection,
    })
    const outcome = outcomeOf(result, form, onFault)
    if (outcome.status !== 200 || outcome.body.errors) throw new NotKept(outcome)
    return {
      body: outcome.body,
      contentType: `${form}; charset=utf-8`,
      tags: [...reading.shown.tags],
      until: reading.shown.until,
      isNegotiated: true,
    }
  }

  void app.register((routes, _, done) => {
    // What a body is, and whether it is one, is for the rules of GraphQL over HTTP to say.
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, parsed) => {
      parsed(null, body)
    })
    routes.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      bodyLimit: limits.bytes,
      schema: { hide: true },
      handler: answer,
    })
    done()
  })
}

/** Checks arguments as Fastify checks the query of a REST route. */
function checkerOf(request: FastifyRequest): Reading['check'] {
  return <S extends TSchema>(schema: S, given: unknown): Static<S> => {
    const validate = request.compileValidationSchema(schema)
    const isValid = (value: unknown): value is Static<S> => validate(value)
    const stated = Object.fromEntries(
      Object.entries(isRecord(given) ? given : {}).filter(([, value]) => value !== null),
    )
    if (isValid(stated)) return stated
    throw invalidParameters(validate.errors ?? [])
  }
}

/** One request asked in another form has another answer; the order of its parts does not matter. */
function hashOf({ query, operationName, variables }: RequestParams): string {
  return createHash('sha256')
    .update(JSON.stringify([query, operationName ?? null, variables ?? null]))
    .digest('base64url')
}

/** The feed is read anew each time, and its cursors are of one caller. */
const isOfFeed = /\bchanges\b/

function sendErrors(reply: FastifyReply, form: MediaType, { status, body }: Outcome): FastifyReply {
  return sendBody(reply.code(status), form, { cacheControl: 'no-store', body })
}

function sendBody(
  reply: FastifyReply,
  form: MediaType,
  { cacheControl, body }: { cacheControl: string; body: unknown },
): FastifyReply {
  return reply
    .headers({
      'cache-control': cacheControl,
      vary: 'Accept, Accept-Encoding, Authorization, Origin',
    })
    .type(`${form}; charset=utf-8`)
    .send(JSON.stringify(body))
}

function sendBare(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).headers({ 'cache-control': 'no-store', vary: 'Accept' }).send()
}
