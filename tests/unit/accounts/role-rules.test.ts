import { describe, expect, it } from 'vitest'
import { roleFor, type RoleRule } from '#accounts/role-rules.ts'

const rule = (value: string, rest: Partial<RoleRule> = {}): RoleRule => ({
  value,
  role: 'author',
  desks: [],
  allTexts: false,
  ...rest,
})

const rules = [
  rule('texts'),
  rule('it', { role: 'editor', desks: ['IT'] }),
  rule('care', { role: 'editor', desks: ['Pflege', 'IT'] }),
  rule('chiefs', { role: 'editor', allTexts: true }),
  rule('admins', { role: 'admin' }),
]

describe('what rules give to somebody', () => {
  it.each<[values: string[], given: ReturnType<typeof roleFor>]>([
    [[], null],
    [['canteen', 'IT', ' it'], null],
    [['texts'], { role: 'author', desks: [], allTexts: false }],
    [['it', 'texts'], { role: 'editor', desks: ['IT'], allTexts: false }],
    [['it', 'care'], { role: 'editor', desks: ['IT', 'Pflege'], allTexts: false }],
    [['care', 'chiefs'], { role: 'editor', desks: ['Pflege', 'IT'], allTexts: true }],
    // The desks of a role that counts no more give nothing.
    [['admins', 'it', 'chiefs'], { role: 'admin', desks: [], allTexts: false }],
  ])('%j', (values, given) => {
    expect(roleFor(rules, values)).toEqual(given)
  })
})
