import { restDoors } from '#support/matrix/doors/rest.ts'
import { describeMatrix } from '#support/matrix/run.ts'

describeMatrix('every door of REST', restDoors, {
  to: 'career-profiles',
  floor: 3_000,
})
