import { transition } from '../factories.ts'
import type { Answer } from '../http.ts'
import type { Product, SignedIn } from '../product.ts'
import type { Operation } from './reference-machine.ts'
import { runDuePlans } from '#planning/run.ts'

/** Where an operation comes in. `restore` is an edit that brings a version back. */
export type Door = 'rest' | 'autosave' | 'graphql' | 'local' | { version: string }

interface Target {
  id: string
  digest: string
  comments: readonly string[]
}

/** What the product answers: its status, and the answer's body where there is one. */
export interface Played {
  status: number
  text: string
  answer: Answer | null
}

const anotherDigest = '0'.repeat(64)

/** Does to the product what an operation of the reference machine stands for. */
export async function play(
  product: Product,
  people: ReadonlyMap<string, SignedIn>,
  target: Target,
  operation: Operation,
  door: Door,
): Promise<Played> {
  const as = (by: { name: string } | null): { authorization?: string } =>
    by ? { authorization: people.get(by.name)?.authorization ?? '' } : {}
  const { id } = target
  const path = `/regional-sections/${id}`
  switch (operation.kind) {
    case 'step': {
      const { name, by, isComplete, date, hasStaleDigest } = operation
      const body = {
        transition: name,
        ...(isComplete ? completion(name, date) : {}),
        ...(hasStaleDigest ? { expectedDigest: anotherDigest } : {}),
      }
      if (door === 'graphql') return graphqlStep(product, as(by), id, body)
      const { authorization = '' } = as(by)
      return fromAnswer(await transition(product, { authorization }, id, body))
    }
    case 'edit':
      return edit(product, as(operation.by), target, operation, door)
    case 'goLive':
      if (operation.by === null) {
        return locally(product, id, { _status: 'published', headline: 'Heimlich' })
      }
      return fromAnswer(
        await product.call('PATCH', path, { ...as(operation.by), body: { _status: 'published' } }),
      )
    case 'give': {
      const body = { author: people.get(operation.to)?.id ?? null }
      return fromAnswer(await product.call('PATCH', path, { ...as(operation.by), body }))
    }
    case 'claim':
      return fromAnswer(
        await product.call('POST', `${path}/workflow/claim`, { ...as(operation.by), body: {} }),
      )
    case 'release':
      return fromAnswer(await product.call('DELETE', `${path}/workflow/claim`, as(operation.by)))
    case 'delete':
      return fromAnswer(await product.call('DELETE', path, as(operation.by)))
    case 'comment':
      return fromAnswer(
        await product.call('POST', `${path}/workflow/comments`, {
          ...as(operation.by),
          body: { body: 'So geht es nicht.', isBlocking: true },
        }),
      )
    case 'resolve': {
      const comment = target.comments[operation.comment] ?? '00000000-0000-4000-8000-000000000000'
      return fromAnswer(
        await product.call('PATCH', `${path}/workflow/comments/${comment}`, {
          ...as(operation.by),
          body: { isResolved: true },
        }),
      )
    }
    case 'due':
      await product.sql.query(
        `UPDATE workflow_plans
         SET due_at = now() - CASE action WHEN 'publish' THEN interval '2 s' ELSE interval '1 s' END
         WHERE document = $1 AND status = 'pending'`,
        [id],
      )
      await runDuePlans(product.payload)
      return { status: 200, text: '', answer: null }
  }
}

function completion(name: string, date: 'publishAt' | 'unpublishAt'): Record<string, string> {
  const days = date === 'publishAt' ? 2 : 4
  const at = new Date(Date.now() + days * 86_400_000).toISOString()
  if (name === 'requestChanges') return { comment: 'Bitte kürzen.' }
  if (name === 'revokeApproval') return { comment: 'Das trägt die Quelle nicht.' }
  return name === 'schedule' ? { [date]: at } : {}
}

async function edit(
  product: Product,
  as: { authorization?: string },
  target: Target,
  { text, seen, keepsPlan }: Operation & { kind: 'edit' },
  door: Door,
): Promise<Played> {
  const path = `/regional-sections/${target.id}`
  if (typeof door === 'object') {
    const kept = keepsPlan ? '&keepPlan=true' : ''
    const url = `/regional-sections/versions/${door.version}?draft=true${kept}`
    return fromAnswer(await product.call('POST', url, as))
  }
  if (door === 'local') return locally(product, target.id, { ...text })
  const digest = seen === 'staleField' ? anotherDigest : undefined
  if (door === 'graphql') {
    const data = [
      `headline: ${JSON.stringify(text.headline)}`,
      `intro: ${JSON.stringify(text.intro)}`,
      ...(digest === undefined ? [] : [`digest: "${digest}"`]),
    ].join(', ')
    const mutation = `updateRegionalSection(id: "${target.id}", data: { ${data} }) { id }`
    return fromGraphql(await product.graphql(`mutation { ${mutation} }`, as))
  }
  const known = { now: target.digest, stale: anotherDigest, any: undefined, staleField: undefined }
  const tag = known[seen]
  return fromAnswer(
    await product.call(
      'PATCH',
      `${path}?keepPlan=${String(keepsPlan)}${door === 'autosave' ? '&draft=true&autosave=true' : ''}`,
      {
        ...as,
        body: { ...text, ...(digest === undefined ? {} : { digest }) },
        headers: tag === undefined ? undefined : { 'If-Match': `"${tag}"` },
      },
    ),
  )
}

async function graphqlStep(
  product: Product,
  as: { authorization?: string },
  id: string,
  { transition: name, ...rest }: Record<string, string>,
): Promise<Played> {
  const args = Object.entries(rest).map(([key, value]) => `, ${key}: ${JSON.stringify(value)}`)
  const mutation = `transitionRegionalSection(id: "${id}", transition: ${name ?? ''}${args.join('')})`
  return fromGraphql(await product.graphql(`mutation { ${mutation} { state } }`, as))
}

async function locally(
  product: Product,
  id: string,
  data: { headline: string; intro?: string; _status?: 'published' },
): Promise<Played> {
  try {
    await product.payload.update({
      collection: 'regional-sections',
      id,
      data,
      depth: 0,
      overrideAccess: true,
    })
    return { status: 200, text: '', answer: null }
  } catch (error) {
    const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : undefined
    return { status: typeof status === 'number' ? status : 500, text: String(error), answer: null }
  }
}

function fromAnswer(answer: Answer): Played {
  return { status: answer.status, text: answer.text, answer }
}

/** GraphQL answers 200 whatever happened; the status stands with the error. */
function fromGraphql(answer: Answer): Played {
  const status = answer.get('errors.0.extensions.statusCode')
  const failed = answer.get('errors.0') === undefined ? answer.status : 500
  return { ...fromAnswer(answer), status: typeof status === 'number' ? status : failed }
}
