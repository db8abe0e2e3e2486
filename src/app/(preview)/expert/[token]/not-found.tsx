import { openRequest } from '../../preview/request.ts'
import { ClosedLink } from '../ClosedLink.tsx'

/** Says that nothing is behind this link. */
export default async function NoLink() {
  const { language } = await openRequest()
  return <ClosedLink code="not_found" language={language} />
}
