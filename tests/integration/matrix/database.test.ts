import { adapterDoors, sqlDoors } from '#support/matrix/doors/database.ts'
import { describeMatrix } from '#support/matrix/run.ts'

describeMatrix('every door of the database', [...adapterDoors, ...sqlDoors], 500)
