import { transitionDoors } from '#support/matrix/doors/transitions.ts'
import { describeMatrix } from '#support/matrix/run.ts'

describeMatrix('every transition', transitionDoors, { to: 'regional-sections', floor: 2_000 })
