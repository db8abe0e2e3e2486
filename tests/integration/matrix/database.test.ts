import { databaseDoors } from '#support/matrix/doors/database.ts'
import { describeMatrix } from '#support/matrix/run.ts'

describeMatrix('every door of the database', databaseDoors, 500)
