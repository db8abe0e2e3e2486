/**
 * How Node starts the delivery plane: with a heap that fits into 150 MB together with what is kept in
 * memory. `npm run delivery` says the same.
 */
export const deliveryCommand: readonly string[] = [
  '--max-semi-space-size=2',
  '--max-old-space-size=112',
  'src/server/launch-delivery.mjs',
]
