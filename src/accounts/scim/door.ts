import type { PayloadRequest } from 'payload'
import { isApplicationError } from '#model/errors.ts'
import { isSameSecret } from '#model/same-secret.ts'
import { noteActingProgram } from '../acting-program.ts'
import { ScimError } from './errors.ts'
import { urn } from './schemas.ts'

/** What a directory is answered: a status, and a body where there is one. */
export interface ScimAnswer {
  status: number
  body?: object
  location?: string
}

/**
 * Answers a directory that has the token of the installation, in its words (RFC 7644, 3.12). Nobody else is told
 * anything; without a token there is nothing here.
 */
export async function answerDirectory(
  req: PayloadRequest,
  token: string | undefined,
  work: () => Promise<ScimAnswer>,
): Promise<Response> {
  if (token === undefined) return respond(errorOf(404, 'Provisioning is not set up here.'))
  if (!isToken(req.headers.get('authorization'), token)) {
    const refused = respond(errorOf(401, 'This needs the token of the installation.'))
    refused.headers.set('WWW-Authenticate', 'Bearer')
    return refused
  }
  noteActingProgram(req, 'SCIM')
  try {
    return respond(await work())
  } catch (error) {
    if (error instanceof ScimError) {
      return respond(errorOf(error.status, error.message, error.scimType))
    }
    if (isApplicationError(error)) return respond(errorOf(error.status, error.message))
    throw error
  }
}

/** The parsed body of a request. @throws ScimError 400 `invalidSyntax` */
export async function bodyOf(req: PayloadRequest): Promise<unknown> {
  try {
    const body: unknown = JSON.parse((await req.text?.()) ?? '')
    return body
  } catch {
    throw new ScimError(400, 'The body is no JSON.', 'invalidSyntax')
  }
}

function isToken(header: string | null, token: string): boolean {
  const given = /^Bearer (\S+)$/iu.exec(header ?? '')?.[1] ?? ''
  return isSameSecret(given, token)
}

function errorOf(status: number, detail: string, scimType?: string): ScimAnswer {
  const body = { schemas: [urn.error], status: String(status), detail }
  return { status, body: scimType === undefined ? body : { ...body, scimType } }
}

function respond({ status, body, location }: ScimAnswer): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (location !== undefined) headers.set('Location', location)
  if (body === undefined) return new Response(null, { status, headers })
  headers.set('Content-Type', 'application/scim+json; charset=utf-8')
  return new Response(JSON.stringify(body), { status, headers })
}
