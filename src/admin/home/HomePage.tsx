import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { sayWith } from '../words/say.ts'

/** What a person of the newsroom sees first. Payload puts the frame around it. */
export function HomePage({ initPageResult }: AdminViewServerProps) {
  const say = sayWith(initPageResult.req.i18n)
  return (
    <Gutter>
      <h1>{say('home:title')}</h1>
    </Gutter>
  )
}
