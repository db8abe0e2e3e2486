import { risks } from '#model/risk.ts'
import { signOffKinds, type SignOffKind } from '#model/sign-offs.ts'
import type { Product } from './product.ts'

export interface Givers {
  by: 'named' | 'reviewers'
  people?: string[]
  desks?: string[]
  experts?: boolean
}

/** Rules that ask for some kinds of regional sections, whatever is at risk, and say who gives each. */
export function signOffRules(
  kinds: readonly SignOffKind[],
  givers: Partial<Record<SignOffKind, Givers>> = {},
  rule: { approvals?: number; role?: 'admin' | 'editor' | null } = {},
) {
  const none: Givers = { by: 'reviewers', people: [], desks: [], experts: false }
  const { approvals = 1, role = null } = rule
  return {
    regionalSections: Object.fromEntries(
      risks.map((risk) => [risk, { approvals, role, signOffs: kinds }]),
    ),
    signOffGivers: Object.fromEntries(
      signOffKinds.map((kind) => [kind, { ...none, ...givers[kind] }]),
    ),
  }
}

/** Saves rules, as an administrator would. */
export function saveRules(
  product: Pick<Product, 'call'>,
  admin: { authorization: string },
  body: Record<string, unknown>,
) {
  return product.call('POST', '/globals/workflow-settings', { ...admin, body })
}

/** The same; they must be taken. */
export async function askForSignOffs(
  product: Pick<Product, 'call'>,
  admin: { authorization: string },
  ...rules: Parameters<typeof signOffRules>
): Promise<void> {
  const answer = await saveRules(product, admin, signOffRules(...rules))
  if (answer.status !== 200) throw new Error(`The rules were not saved: ${answer.text}`)
}
