import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedOfAuthoring } from '#support/fuzz/authoring.ts'
import { askedOfDelivery } from '#support/fuzz/delivery.ts'
import { openHouse, type House } from '#support/fuzz/house.ts'
import { findFaults } from '#support/fuzz/run.ts'
import { readFuzz } from '#support/thoroughness.ts'

const { requests, seed, late } = readFuzz()
const ofDelivery = Math.round(requests / 4)

describe('whatever is asked', { timeout: 7_200_000 }, () => {
  let house: House

  beforeAll(async () => {
    house = await openHouse()
    console.log(`fuzzing: FUZZ=${String(requests)} FUZZ_SEED=${String(seed)}`)
  })
  afterAll(() => house.close())

  it('is answered by the authoring plane in time, and is no fault of it', async () => {
    const faults = await findFaults({
      origin: 'http://localhost:3000/api',
      asked: askedOfAuthoring(house.product.payload.config),
      ask: house.askAuthoring,
      requests: requests - ofDelivery,
      seed,
      late,
    })
    expect(faults.join('\n\n')).toBe('')
  })

  it('is answered by the delivery plane in time, and is no fault of it', async () => {
    const faults = await findFaults({
      origin: 'http://localhost:3001',
      asked: askedOfDelivery((await house.delivery.get('/v1/openapi.json')).body),
      ask: house.askDelivery,
      requests: ofDelivery,
      seed,
      late,
    })
    expect(faults.join('\n\n')).toBe('')
  })
})
