import { isRecord } from '#model/documents.ts'
import { transitionNames, type TransitionName } from '#workflow/transitions.ts'
import { answerTo } from '../callers.ts'
import type { Expectation, MatrixDoor, Reply } from '../door.ts'
import { requestFor, standingAfter } from '../standings.ts'
import type { Tried } from '../tried.ts'
import { replyOf } from './graphql.ts'

const statuses = { notSignedIn: 401, notThisCaller: 403, notNow: 409 } as const

const expects =
  (transition: TransitionName): MatrixDoor['expects'] =>
  (standing, caller): Expectation => {
    const answer = answerTo(transition, standing, caller)
    if (answer !== 'allowed') return { to: 'refused', status: statuses[answer] }
    return { to: 'moved', after: standingAfter(transition, standing) ?? standing }
  }

/** Every transition of the table, one text a request, over REST and over GraphQL. */
export const transitionDoors = ({ collection, one }: Tried): readonly MatrixDoor[] =>
  transitionNames.flatMap((transition) => [
    {
      name: `${transition} over REST`,
      expects: expects(transition),
      knock: ({ world, visitor, portrait }) =>
        world.product.call('POST', `/${collection}/${portrait.id}/transitions`, {
          authorization: visitor.authorization,
          body: requestFor(transition, portrait.standing),
        }),
    },
    {
      name: `${transition} over GraphQL`,
      expects: expects(transition),
      knock: async ({ world, visitor, portrait }) => {
        const args = Object.entries(requestFor(transition, portrait.standing))
          .map(([key, value]) => `${key}: ${key === 'transition' ? value : JSON.stringify(value)}`)
          .join(', ')
        return replyOf(
          await world.product.graphql(
            `mutation { transition${one}(id: "${portrait.id}", ${args}) { state } }`,
            { authorization: visitor.authorization },
          ),
        )
      },
    },
    {
      name: `${transition} of many`,
      expects: expects(transition),
      knockOnAll: async (world, visitor) => {
        const replies = new Map<string, Reply>()
        // Texts in different stages may need different requests.
        const requests = new Map<string, string[]>()
        for (const { id, standing } of world.portraits) {
          const request = JSON.stringify(requestFor(transition, standing))
          requests.set(request, [...(requests.get(request) ?? []), id])
        }
        for (const [request, ids] of requests) {
          const parsed: unknown = JSON.parse(request)
          const answer = await world.product.call('POST', `/${collection}/transitions`, {
            authorization: visitor.authorization,
            body: { ...(isRecord(parsed) ? parsed : {}), ids },
          })
          for (const [index, id] of ids.entries()) {
            const result = answer.get(`results.${String(index)}`)
            const isResult = isRecord(result)
            const status = isResult
              ? result.ok === true
                ? 200
                : Number(result.status)
              : answer.status
            replies.set(id, { status, text: isResult ? JSON.stringify(result) : answer.text })
          }
        }
        return replies
      },
    },
  ])
