import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { builtOnce } from '#read-model/statements.ts'

describe('a statement', () => {
  const open = () => drizzle<Record<string, unknown>>({ client: new pg.Pool() })

  function counting() {
    const forms: number[] = []
    const statement = builtOnce((_, { filters }: { filters: number }) => {
      forms.push(filters)
      return { filters }
    })
    return { forms, statement }
  }

  it('is built once for each form that it has', () => {
    const db = open()
    const { forms, statement } = counting()
    const first = statement(db, { filters: 1 })
    expect(statement(db, { filters: 1 })).toBe(first)
    expect(statement(db, { filters: 2 })).toEqual({ filters: 2 })
    expect(forms).toEqual([1, 2])
  })

  it('is another one on another pool or in another transaction', () => {
    const { forms, statement } = counting()
    expect(statement(open(), { filters: 1 })).not.toBe(statement(open(), { filters: 1 }))
    expect(forms).toEqual([1, 1])
  })

  it('is forgotten when many other forms were asked for since', () => {
    const db = open()
    const { forms, statement } = counting()
    for (let filters = 0; filters < 1000; filters += 1) statement(db, { filters })
    statement(db, { filters: 999 })
    expect(forms).toHaveLength(1000)
    statement(db, { filters: 0 })
    expect(forms).toHaveLength(1001)
  })
})
