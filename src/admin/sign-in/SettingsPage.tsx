import type { AdminViewServerProps } from 'payload'
import { Frame } from '../kit/Frame.tsx'
import { sayWith } from '../words/say.ts'
import { SignInSettings } from './SignInSettings.tsx'

/** How somebody signs in: password, second factor, passkeys, recovery codes, sessions. */
export function SettingsPage(view: AdminViewServerProps) {
  const say = sayWith(view.initPageResult.req.i18n)
  return (
    <Frame title={say('signIn:settings')} view={view}>
      <SignInSettings />
    </Frame>
  )
}
