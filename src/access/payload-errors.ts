import { isRecord } from '#model/documents.ts'

/** An error of Payload's own: an everyday answer, with what it says of fields as its data. */
export interface PayloadError extends Error {
  status: number
  data: unknown
  /** Its message may be told. */
  isPublic: boolean
}

/**
 * Whether something is one of Payload's errors. They are known by what they carry, not by their class:
 * the build holds several copies of Payload, and an error of one copy is no instance of the other's.
 */
export function isPayloadError(error: unknown): error is PayloadError {
  if (!(error instanceof Error)) return false
  const status: unknown = Reflect.get(error, 'status')
  return Reflect.get(error, 'isOperational') === true && typeof status === 'number'
}

/** Payload's error of this name; its names are kept in the build (see next.config.ts). */
export function isPayloadErrorNamed(
  error: unknown,
  name: 'Forbidden' | 'ValidationError',
): error is PayloadError {
  return isPayloadError(error) && error.name === name
}

/** What a ValidationError says: each field, by its path, and the reason. */
export function fieldErrorsOf({ data }: PayloadError): { path: string; message: string }[] {
  const errors: unknown = isRecord(data) ? data.errors : undefined
  if (!Array.isArray(errors)) return []
  return errors.flatMap((entry: unknown) =>
    isRecord(entry) && typeof entry.path === 'string' && typeof entry.message === 'string'
      ? [{ path: entry.path, message: entry.message }]
      : [],
  )
}
