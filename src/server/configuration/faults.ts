/** A fault that a person can mend; its message is the sentence that says how. */
export abstract class Fault extends Error {}

/** A value in the environment that the product cannot start with. */
export class InvalidEnvironment extends Fault {
  override readonly name = 'InvalidEnvironment'
}

/** An address that the product is told to listen on and cannot. */
export class AddressUnusable extends Fault {
  override readonly name = 'AddressUnusable'
}

/** A folder that the product is told to keep its data in and cannot. */
export class DataFolderUnusable extends Fault {
  override readonly name = 'DataFolderUnusable'
}

/** A database that the product is told to use and cannot reach. */
export class DatabaseUnreachable extends Fault {
  override readonly name = 'DatabaseUnreachable'
}

/** A machine or folder on which the embedded database cannot run. */
export class EmbeddedDatabaseUnusable extends Fault {
  override readonly name = 'EmbeddedDatabaseUnusable'
}

/** A database in which the delivery plane has no sign-in, and we may not make one. */
export class DeliveryRoleMissing extends Fault {
  override readonly name = 'DeliveryRoleMissing'
}

/** A role that a server is to sign in as, and we may not make one. */
export class ServerRoleMissing extends Fault {
  override readonly name = 'ServerRoleMissing'
}

/** A role that a server signs in as and that may do more than its work, or less. */
export class ServerRoleUnfit extends Fault {
  override readonly name = 'ServerRoleUnfit'
}

/** A database in which nothing guards what is live. */
export class DatabaseUnguarded extends Fault {
  override readonly name = 'DatabaseUnguarded'
}

/** A database of an older version, where only the start brings it up to date. */
export class DatabaseOutdated extends Fault {
  override readonly name = 'DatabaseOutdated'
}

/** A database of a newer version, which this one would misread. */
export class DatabaseNewer extends Fault {
  override readonly name = 'DatabaseNewer'
}

/** A database without a table or column that the collections need: a migration was not made. */
export class MigrationMissing extends Fault {
  override readonly name = 'MigrationMissing'
}

/** A field of a text whose column would fill the texts that are there. */
export class DefaultInText extends Fault {
  override readonly name = 'DefaultInText'
}

/** A database that this version would change, and of which nobody has said that there is a backup. */
export class BackupNeeded extends Fault {
  override readonly name = 'BackupNeeded'
}

/** A database that is to be copied or exchanged while somebody is connected to it. */
export class DatabaseInUse extends Fault {
  override readonly name = 'DatabaseInUse'
}

/** A copy of the database that is asked for and not there. */
export class NoSuchCopy extends Fault {
  override readonly name = 'NoSuchCopy'
}

/** Something that one process does at a time, and another has not ended. */
export class LockHeld extends Fault {
  override readonly name = 'LockHeld'
}

/** A step of the start, in a process of its own, that failed and has said why. */
export class StepFailed extends Fault {
  override readonly name = 'StepFailed'
}

/** What to tell a person: one sentence where they can mend it, else all that is known. */
export function explainFault(error: unknown): string {
  if (error instanceof Fault) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** The short reason of an error of the system: its message, code or name, whatever it has. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || codeOf(error) || error.name
}

/** The code that Node and PostgreSQL give their errors; empty where there is none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) return ''
  return String(error.code)
}
