import { graphqlDoors } from '#support/matrix/doors/graphql.ts'
import { describeMatrix } from '#support/matrix/run.ts'

describeMatrix('every door of GraphQL', graphqlDoors, { to: 'regional-sections', floor: 1_000 })
