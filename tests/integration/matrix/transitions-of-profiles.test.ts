import { transitionDoors } from '#support/matrix/doors/transitions.ts'
import { describeMatrix } from '#support/matrix/run.ts'

describeMatrix('every transition', transitionDoors, { to: 'career-profiles', floor: 2_000 })
