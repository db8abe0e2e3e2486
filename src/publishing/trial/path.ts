import * as z from 'zod'
import { storableText } from '#model/input.ts'
import { portraitHref } from '#read-model/addresses.ts'

const slug = storableText(200).regex(/^[a-z0-9-]+$/, 'a slug is of a to z, 0 to 9 and -')

/** What can be asked for on trial: these routes of the delivery plane, and no others. */
export const trialRequest = z.discriminatedUnion('route', [
  z.strictObject({ route: z.literal('portrait'), profession: slug, region: slug.nullable() }),
  z.strictObject({ route: z.literal('portraits') }),
  z.strictObject({ route: z.literal('changes') }),
  z.strictObject({ route: z.literal('search'), text: storableText(200) }),
])
export type TrialRequest = z.infer<typeof trialRequest>

/** The path and query of a trial, of slugs and an escaped text alone. */
export function pathOfTrial(request: TrialRequest): string {
  switch (request.route) {
    case 'portrait':
      return portraitHref(request.profession, request.region)
    case 'portraits':
      return '/v1/portraits?limit=10'
    case 'changes':
      return '/v1/changes'
    case 'search':
      return `/v1/search?q=${encodeURIComponent(request.text)}`
  }
}
