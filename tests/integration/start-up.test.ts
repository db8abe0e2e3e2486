import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct, type Product } from '#support/product.ts'
import { readEnvironment } from '#server/configuration/environment.ts'
import { DatabaseUnguarded, MigrationMissing } from '#server/configuration/faults.ts'
import { assertDescribed } from '#server/described-tables.ts'
import { hasAccounts } from '#server/accounts.ts'
import { assertGuarded } from '#server/migrate.ts'

describe('what the start asks the database', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.close())

  it('is whether there is an account', async () => {
    const { DATABASE_URL = '' } = readEnvironment()
    expect(await hasAccounts(DATABASE_URL)).toBe(false)
    await product.signIn('author')
    expect(await hasAccounts(DATABASE_URL)).toBe(true)
  })

  it.each([
    'DROP TRIGGER workflow_guard_document ON career_profiles',
    'ALTER TABLE career_profiles DISABLE TRIGGER workflow_guard_document',
  ])('is whether every trigger guards: after %s one does not', async (statement) => {
    await expect(assertGuarded(product.sql, product.payload)).resolves.toBeUndefined()
    await product.sql.query('BEGIN')
    await product.sql.query(statement)
    const asserted = assertGuarded(product.sql, product.payload)
    await expect(asserted).rejects.toThrow(DatabaseUnguarded)
    await expect(asserted).rejects.toThrow('public.career_profiles.workflow_guard_document')
    await product.sql.query('ROLLBACK')
  })

  it.each([
    ['ALTER TABLE career_profiles DROP COLUMN kicker', 'career_profiles.kicker'],
    ['DROP TABLE regional_sections_faq', 'regional_sections_faq.question'],
  ])(
    'is whether all is there that the collections need: after %s it is not',
    async (statement, named) => {
      const { rawTables } = product.payload.db
      await expect(assertDescribed(product.sql, rawTables)).resolves.toBeUndefined()
      await product.sql.query('BEGIN')
      await product.sql.query(statement)
      const asserted = assertDescribed(product.sql, rawTables)
      await expect(asserted).rejects.toThrow(MigrationMissing)
      await expect(asserted).rejects.toThrow(named)
      await product.sql.query('ROLLBACK')
    },
  )

  it('is whether every migration is recorded', async () => {
    await product.sql.query('BEGIN')
    await product.sql.query(`DELETE FROM payload_migrations WHERE name LIKE '%workflow_guard'`)
    const asserted = assertGuarded(product.sql, product.payload)
    await expect(asserted).rejects.toThrow(DatabaseUnguarded)
    await expect(asserted).rejects.toThrow('_workflow_guard')
    await product.sql.query('ROLLBACK')
  })
})
