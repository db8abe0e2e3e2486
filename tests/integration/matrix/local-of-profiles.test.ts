import { localDoors } from '#support/matrix/doors/local.ts'
import { describeMatrix } from '#support/matrix/run.ts'

describeMatrix('every door of the Local API', localDoors, {
  to: 'career-profiles',
  floor: 1_500,
})
