import { sideDoors } from '#support/matrix/doors/sides.ts'
import { describeMatrix } from '#support/matrix/run.ts'

describeMatrix('every door beside', sideDoors, {
  to: 'career-profiles',
  floor: 4_000,
})
