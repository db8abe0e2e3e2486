import type { LivePortrait } from './live-portraits.ts'

/** What can be asked for on trial. */
export const routes = [
  { value: 'portrait', word: 'sites:askPortrait' },
  { value: 'portraits', word: 'sites:askPortraits' },
  { value: 'changes', word: 'sites:askChanges' },
  { value: 'search', word: 'sites:askSearch' },
] as const
export type Route = (typeof routes)[number]['value']

/** What to send; null as long as something is missing. */
export function askFor(
  route: Route,
  { portrait, text }: { portrait: LivePortrait | null; text: string },
): object | null {
  switch (route) {
    case 'portrait':
      return portrait && { route, profession: portrait.profession, region: portrait.region }
    case 'search':
      return text.trim() === '' ? null : { route, text: text.trim() }
    case 'portraits':
    case 'changes':
      return { route }
  }
}
