import type { ReferenceCollection } from '#model/reference-collections.ts'
import type { Product } from './product.ts'

/**
 * Changes an entry of the reference data as the product does: at once where no text shows it that is live or on its way there, else
 * proposed by a command and confirmed by an administrator.
 */
export async function changeReference(
  product: Pick<Product, 'call' | 'payload' | 'signIn'>,
  { collection, id, data }: { collection: ReferenceCollection; id: string; data: object },
): Promise<void> {
  const { proposal } = await product.payload.update({ collection, id, data, overrideAccess: true })
  if (proposal === null || proposal === undefined) return
  const admin = await product.signIn('admin')
  const listed = await product.call('GET', `/reference/proposals?entry=${id}`, admin)
  const confirmed = await product.call(
    'POST',
    `/reference/proposals/${String(listed.get('proposals.0.id'))}/confirm`,
    { ...admin, body: { expectedDigest: listed.get('proposals.0.digest') } },
  )
  if (confirmed.status !== 200) throw new Error(`It was not confirmed: ${confirmed.text}`)
}
