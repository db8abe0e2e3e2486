import { graphqlDoors } from '#support/matrix/doors/graphql.ts'
import { describeMatrix } from '#support/matrix/run.ts'

describeMatrix('every door of GraphQL', graphqlDoors, {
  to: 'career-profiles',
  floor: 1_000,
})
