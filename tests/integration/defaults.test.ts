import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DefaultInText } from '#server/configuration/faults.ts'
import { refuseDefaultsInTexts } from '#server/table-definitions.ts'
import { startProduct, type Product } from '#support/product.ts'

describe('a default in the database', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.close())

  const refusal = async (statement: string): Promise<unknown> => {
    await product.sql.query('BEGIN')
    try {
      await product.sql.query(statement)
      return await refuseDefaultsInTexts(product.sql).catch((error: unknown) => error)
    } finally {
      await product.sql.query('ROLLBACK')
    }
  }

  it.each([
    ['regional_sections', 'level', `varchar DEFAULT 'leicht'`],
    ['career_profiles_sections', 'is_short', 'boolean DEFAULT false'],
    ['_regional_sections_v', 'version_level', `varchar DEFAULT 'leicht'`],
    ['_career_profiles_v_version_sections', 'is_short', 'boolean DEFAULT false NOT NULL'],
  ])(
    'is refused in %s, where it would fill the texts that are there',
    async (table, name, type) => {
      const found = await refusal(`ALTER TABLE ${table} ADD COLUMN ${name} ${type}`)
      expect(found).toBeInstanceOf(DefaultInText)
      expect(String(found)).toContain(`${table}.${name}`)
    },
  )

  it('is left alone elsewhere, and where it was from the beginning', async () => {
    expect(await refusal('ALTER TABLE regional_sections ADD COLUMN level varchar')).toBeUndefined()
    expect(
      await refusal(`ALTER TABLE employers ADD COLUMN size varchar DEFAULT 'klein'`),
    ).toBeUndefined()
  })
})
