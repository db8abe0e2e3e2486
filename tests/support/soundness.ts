import { digestOf } from '#portrait/digest.ts'
import { isRecord } from '#model/documents.ts'
import type { Answer } from './http.ts'
import type { Product } from './product.ts'

/** Everything that somebody can learn of one document, from every side, at one moment. */
export interface Sight {
  /** What the workflow says of it to somebody who may read it. */
  workflow: Answer
  /** The text that people work on. */
  working: Answer
  /** The text that a site gets. */
  live: Answer
  row: { status: string; digest: string }
  /** `digest round` of every approval. */
  approvals: string[]
  liveRound: string
  /** The actions that are planned, in the order of their names. */
  plans: string[]
}

interface Onlooker {
  reader: { authorization: string }
  site: { authorization: string }
}

/** Looks at a regional section as a person, as a site, and in the tables. */
export async function look(product: Product, who: Onlooker, id: string): Promise<Sight> {
  const path = `/regional-sections/${id}`
  const workflow = await product.call('GET', `${path}/workflow`, who.reader)
  const working = await product.call('GET', `${path}?draft=true&depth=0`, who.reader)
  const live = await product.call('GET', `${path}?depth=0`, who.site)
  const { rows } = await product.sql.query<{
    status: string
    digest: string
    approvals: string[]
    liveRound: string
    plans: string[]
  }>(
    `SELECT d._status AS status, d.digest, coalesce(s.live_round::text, '') AS "liveRound",
            ARRAY(SELECT a.digest || ' ' || a.round FROM workflow_approvals a
                  WHERE a.document = $1) AS approvals,
            ARRAY(SELECT p.action FROM workflow_plans p
                  WHERE p.document = $1 AND p.status = 'pending' ORDER BY p.action) AS plans
     FROM regional_sections d JOIN workflow_states s ON s.id = d.id WHERE d.id::text = $1`,
    [id],
  )
  const [row] = rows
  if (!row) throw new Error(`There is no section ${id}.`)
  const { status, digest, approvals, liveRound, plans } = row
  return { workflow, working, live, row: { status, digest }, approvals, liveRound, plans }
}

/**
 * What does not fit together in what is seen of a document, in words; empty when all is well: a site
 * gets a text if and only if one is live, its bytes have a digest that was approved in the round in
 * which it was published, and stage, digest, plans and main row tell the same story.
 */
export function contradictionsIn(sight: Sight): string[] {
  const { workflow, working, live, row, approvals, liveRound, plans } = sight
  const stage = workflow.get('state')
  const digest = workflow.get('digest')
  const liveDigest = workflow.get('live.digest')
  const isLive = liveDigest !== undefined
  const found: string[] = []
  const expect = (isSo: boolean, otherwise: string) => {
    if (!isSo) found.push(otherwise)
  }
  expect(workflow.status === 200, `the workflow answers ${String(workflow.status)}`)
  expect(working.status === 200, `the working copy answers ${String(working.status)}`)
  expect(live.status === (isLive ? 200 : 404), `a site is answered ${String(live.status)}`)
  expect((row.status === 'published') === isLive, `the main row is ${row.status}`)
  expect(working.get('digest') === digest, 'the working copy carries another digest')
  expect(digestOfAnswer(working) === digest, 'the working copy is not the text on record')
  if (isLive) {
    expect(digestOfAnswer(live) === liveDigest, 'what is live is not the text on record')
    expect(row.digest === liveDigest, 'the main row carries another digest')
    expect(
      typeof liveDigest === 'string' && approvals.includes(`${liveDigest} ${liveRound}`),
      'what is live was not approved',
    )
  }
  expect(stage !== 'live' || liveDigest === digest, 'it is called live, but is not')
  expect(stage !== 'archived' || !isLive, 'it is archived and live')
  expect(
    (stage === 'scheduled') === plans.includes('publish'),
    `it is ${String(stage)}, but planned is: ${plans.join(', ')}`,
  )
  return found
}

/** The digest of the text in an answer, computed anew. */
export function digestOfAnswer(answer: Answer): string {
  return isRecord(answer.body) ? digestOf(answer.body) : ''
}
