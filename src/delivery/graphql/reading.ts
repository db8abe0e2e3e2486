import DataLoader from 'dataloader'
import type { Static, TSchema } from '@sinclair/typebox'
import type { Audience } from '#read-model/audience.ts'
import { composePortrait, type PortraitParts } from '#read-model/portrait.ts'
import { loadPortraits } from '#read-model/portraits.ts'
import type { Portrait } from '#read-model/shapes.ts'
import type { Sql } from '#read-model/sql.ts'
import type { Caller } from '../context/callers.ts'
import { findNamed, foldAddress, tagsOf, type Address } from '../reading/portraits.ts'
import { endBy, newShown, type Shown } from './fields/shown.ts'

/** What the fields of one request read with, for one audience. */
export interface Reading {
  db: Sql
  caller: Caller
  audience: Audience
  shown: Shown
  /** Arguments as their schema has them. @throws Problem 400 */
  check: <S extends TSchema>(schema: S, given: unknown) => Static<S>
  /** The portrait of a document; those that are asked for together are read together. */
  portraitOf: (document: string) => Promise<Portrait | null>
  /** The portrait at an address, also at a former one. */
  portraitAt: (address: Address) => Promise<Portrait | null>
}

export function openReading(db: Sql, caller: Caller, check: Reading['check']): Reading {
  const { audience } = caller
  const shown = newShown()
  const byDocument = new DataLoader<string, PortraitParts | undefined>(async (documents) => {
    const found = await loadPortraits(db, { documents }, audience)
    const parts = new Map(found.map((one) => [one.id, one]))
    return documents.map((id) => parts.get(id))
  })
  const byAddress = new DataLoader<Address, PortraitParts | undefined, string>(
    async (addresses) => {
      const found = await loadPortraits(db, { addresses }, audience)
      const parts = new Map(
        found.map((one) => [
          keyOf({ profession: one.profession.slug, region: one.region?.slug ?? null }),
          one,
        ]),
      )
      return addresses.map((address) => parts.get(keyOf(address)))
    },
    { cacheKeyFn: keyOf },
  )
  return {
    db,
    caller,
    audience,
    shown,
    check,
    portraitOf: async (document) => {
      const parts = await byDocument.load(document)
      return parts ? compose(parts, shown) : null
    },
    portraitAt: async (asked) => {
      const parts = await byAddress.load(foldAddress(asked))
      if (parts) {
        for (const tag of partsTags(parts)) shown.tags.add(tag)
        return compose(parts, shown)
      }
      // Whatever goes live may be what was asked for.
      shown.tags.add('portraits').add('jobs')
      const movedTo = (await findNamed(db, audience, asked))?.movedTo
      const moved = movedTo && (await byAddress.load(movedTo))
      return moved ? compose(moved, shown) : null
    },
  }
}

function compose(parts: PortraitParts, shown: Shown): Portrait {
  if (parts.until !== null) endBy(shown, Date.parse(parts.until))
  return composePortrait(parts, 'all')
}

function partsTags({ id, profession, region }: PortraitParts): string[] {
  return tagsOf({ document: id, profession: profession.id, region: region?.id ?? null })
}

function keyOf({ profession, region }: Address): string {
  return `${profession} ${region ?? ''}`
}
