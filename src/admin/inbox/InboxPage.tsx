import type { AdminViewServerProps } from 'payload'
import { Frame } from '../kit/Frame.tsx'
import { sayWith } from '../words/say.ts'
import { Inbox } from './Inbox.tsx'
import { MailPreferences } from './MailPreferences.tsx'

/** What a person was told, and which of it comes by mail as well. */
export function InboxPage(view: AdminViewServerProps) {
  const say = sayWith(view.initPageResult.req.i18n)
  return (
    <Frame title={say('inbox:title')} view={view}>
      <Inbox />
      <MailPreferences />
    </Frame>
  )
}
