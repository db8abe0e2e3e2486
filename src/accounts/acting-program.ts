import type { PayloadRequest } from 'payload'

/** A program that changes accounts in nobody's name: the sign-in by a provider, and its provisioning. */
export type ActingProgram = 'OIDC' | 'SCIM'

const programs = new WeakMap<PayloadRequest, ActingProgram>()

/** Notes that what a request does to accounts is a program's doing. */
export function noteActingProgram(req: PayloadRequest, program: ActingProgram): void {
  programs.set(req, program)
}

/** For the data of an event: which program has done it; nothing where it was a person. */
export function byProgram(req: PayloadRequest): { by?: ActingProgram } {
  const by = programs.get(req)
  return by === undefined ? {} : { by }
}
