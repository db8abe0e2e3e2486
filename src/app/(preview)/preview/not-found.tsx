import { RefusedPreview } from './RefusedPreview.tsx'

/** Says why there is nothing to see. */
export default function NoPreview() {
  return <RefusedPreview />
}
