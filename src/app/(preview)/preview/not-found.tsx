import { openRequest } from './request.ts'
import { RefusedPreview } from './RefusedPreview.tsx'

/** Says why there is nothing to see. */
export default async function NoPreview() {
  const { language } = await openRequest()
  return <RefusedPreview language={language} />
}
