import type { ReferenceCollection } from '#model/reference-collections.ts'
import type { Product } from './product.ts'

/**
 * Changes an entry of the reference data as the product does: at once where nothing live shows it, else
 * proposed by a command and confirmed by an administrator.
 */
export async function changeReference(
  product: Pick<Product, 'call' | 'payload' | 'signIn'>,
  { collection, id, data }: { collection: ReferenceCollection; id: string; data: object },
): Promise<void> {
  const { proposal } = await product.payload.update({ collection, id, data, overrideAccess: true })
  if (proposal === null || proposal === undefined) return
  const admin = await product.signIn('admin')
  const proposed: object = typeof proposal === 'object' ? proposal : {}
  const confirmed = await product.call(
    'POST',
    `/reference/proposals/${String(Reflect.get(proposed, 'id'))}/confirm`,
    admin,
  )
  if (confirmed.status !== 200) throw new Error(`It was not confirmed: ${confirmed.text}`)
}
