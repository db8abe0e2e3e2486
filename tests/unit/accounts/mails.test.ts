import { describe, expect, it } from 'vitest'
import { composeInvitation, composePasswordMail, passwordLink, toHtml } from '#accounts/mails.ts'

const link = passwordLink('https://cms.example.org', 'abc')

describe('a mail on an account', () => {
  it('leads to where a password is set', () => {
    expect(link).toBe('https://cms.example.org/admin/reset/abc')
    expect(passwordLink('https://cms.example.org', '../x?y')).toBe(
      'https://cms.example.org/admin/reset/..%2Fx%3Fy',
    )
  })

  it('invites until a moment in Berlin', () => {
    const until = new Date('2026-12-04T10:00:00Z')
    const invitation = { name: 'Nora', inviter: 'Anna', link, until }
    const german = composeInvitation({ ...invitation, language: 'de' })
    expect(german.text).toMatch(/\n\nSie gilt bis .*2026.*11:00.*\./u)
    expect(german.text.split('\n\n')).toContain(link)
    expect(composeInvitation({ ...invitation, language: 'en' }).text).toContain('Anna invites you')
  })

  it('takes no line and no address from a name', () => {
    const name = 'Nora\n\nhttps://evil.example www.evil.example'
    const { text } = composePasswordMail({ name, link, language: 'de' })
    expect(text).toContain('Guten Tag, Nora … …,\n\n')
    expect(text).not.toContain('evil')
  })

  it('is the same as HTML, with the link as one and everything else as text', () => {
    expect(toHtml(`Für <b>"A & B"</b>\nund C\n\n${link}`)).toBe(
      `<p>Für &lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;<br>und C</p>\n<p><a href="${link}">${link}</a></p>`,
    )
  })
})
