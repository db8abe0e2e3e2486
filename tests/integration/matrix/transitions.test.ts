import { transitionDoors } from '#support/matrix/doors/transitions.ts'
import { describeMatrix } from '#support/matrix/run.ts'

describeMatrix('every transition', transitionDoors, 2_000)
