const BOOTSTRAP = Symbol('bootstrap')

/** Request context under which the start and its commands make accounts without being signed in. */
export const bootstrapContext: Record<symbol, true> = { [BOOTSTRAP]: true }

/** Says whether a request context is the start's own. */
export function mayBootstrap(context: object): boolean {
  return Reflect.get(context, BOOTSTRAP) === true
}
