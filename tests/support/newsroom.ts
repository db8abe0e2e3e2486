import { expect } from 'vitest'
import { transition } from './factories.ts'
import { startProduct, type Product, type SignedIn } from './product.ts'

/** A product with its people, and what they do with regional sections in a line. */
export interface Newsroom {
  product: Product
  author: SignedIn
  one: SignedIn
  two: SignedIn
  three: SignedIn
  admin: SignedIn
  site: { authorization: string }
}

/** Three editors, an author, an administrator and a site. */
export async function openNewsroom(): Promise<Newsroom> {
  const product = await startProduct()
  return {
    product,
    author: await product.signIn('author'),
    one: await product.signIn('editor'),
    two: await product.signIn('editor'),
    three: await product.signIn('editor'),
    admin: await product.signIn('admin'),
    site: await product.makeSite(),
  }
}

/** What is done to a regional section by somebody. @param room asks for the newsroom when it is open */
export function deedsIn(room: () => Newsroom) {
  const step = async (id: string, person: SignedIn, name: string, more = {}) => {
    const answer = await transition(room().product, person, id, { transition: name, ...more })
    expect(answer.status, `${name}: ${answer.text}`).toBe(200)
    return answer
  }
  const refused = async (id: string, person: SignedIn, name: string, more = {}) => {
    const answer = await transition(room().product, person, id, { transition: name, ...more })
    return [answer.status, answer.get('error.code')]
  }
  const workflow = (id: string, person = room().one) =>
    room().product.call('GET', `/regional-sections/${id}/workflow`, person)
  const seen = async (id: string) =>
    (await room().product.call('GET', `/regional-sections/${id}`, room().site)).status
  const edit = async (id: string, person: SignedIn, headline: string) => {
    const answer = await room().product.call('PATCH', `/regional-sections/${id}`, {
      ...person,
      body: { headline },
    })
    expect(answer.status, answer.text).toBe(200)
  }
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  /** How many approvals the house asks for, of regional sections, whatever is at risk. */
  const ask = async (
    approvals: number,
    role: 'admin' | 'editor' | null = null,
    signOffs: string[] = [],
  ) => {
    const rule = { approvals, role, signOffs }
    const settings = await room().product.call('GET', '/globals/workflow-settings', room().admin)
    const rules = settings.get('regionalSections')
    const risks = Object.keys(rules !== null && typeof rules === 'object' ? rules : {})
    const body = { regionalSections: Object.fromEntries(risks.map((risk) => [risk, rule])) }
    const answer = await room().product.call('POST', '/globals/workflow-settings', {
      ...room().admin,
      body,
    })
    expect(answer.status, answer.text).toBe(200)
  }
  return { step, refused, workflow, seen, edit, inDays, ask }
}
