import { GraphQLNonNull } from 'graphql'
import type { Job } from '#read-model/shapes.ts'
import { countHolds, firstEnd, jobFilters, listJobs, readJob } from '../../lists/jobs.ts'
import { queryOf, uuid } from '../../http/parameters.ts'
import { connectionType, openConnection } from './connections.ts'
import type { ShapeTypes } from '../from-shapes.ts'
import { endBy } from './shown.ts'
import { field, paging, type RootFields } from './field.ts'

/** `job` and `jobs` */
export function jobFields(types: ShapeTypes): RootFields {
  const Job = types.object('Job')
  return {
    job: field(
      types,
      {
        type: Job,
        description: 'A job reference that is live',
        about: 'Job',
        args: queryOf({ id: uuid }),
      },
      async ({ id }, { db, audience, shown }) => {
        shown.tags.add('jobs')
        const { job } = await readJob(db, audience, id)
        if (job) endBy(shown, firstEnd([job]))
        return job
      },
    ),
    jobs: field(
      types,
      {
        type: new GraphQLNonNull(connectionType<Job>(Job, (item) => item)),
        description: 'Job references that are live, newest first',
        about: 'Job',
        args: queryOf({ ...jobFilters, ...paging(100, 20) }),
      },
      async ({ first = 20, after, ...filters }, { db, audience, shown }) => {
        shown.tags.add('jobs')
        const list = await listJobs(db, audience, filters)
        const count = () => {
          endBy(shown, Date.now() + countHolds)
          return list.count()
        }
        return openConnection({ ...list, count }, { first, after }, (items) => {
          endBy(shown, firstEnd(items))
        })
      },
    ),
  }
}
