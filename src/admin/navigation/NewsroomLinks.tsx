'use client'

import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { InboxBadge } from '../inbox/InboxBadge.tsx'
import type { Word } from '../words/index.ts'
import { useWords } from '../words/use-words.ts'
import styles from './navigation.module.css'

const links: readonly { path: string; word: Word; isForEditors?: true }[] = [
  { path: '', word: 'navigation:home' },
  { path: '/texts', word: 'navigation:texts' },
  { path: '/inbox', word: 'navigation:inbox' },
  { path: '/import', word: 'navigation:import' },
  { path: '/coverage', word: 'navigation:coverage' },
  { path: '/proposals', word: 'navigation:proposals', isForEditors: true },
  { path: '/erasures', word: 'navigation:erasures', isForEditors: true },
  { path: '/reports', word: 'navigation:reports', isForEditors: true },
  { path: '/sign-in', word: 'navigation:signIn' },
]

/** The pages of the newsroom, at the top of the navigation. */
export function NewsroomLinks() {
  const { say } = useWords()
  const { config } = useConfig()
  const { user } = useAuth()
  const current = usePathname()
  const isAuthor = user?.role === 'author'
  const shown = links.filter(({ isForEditors }) => !isForEditors || !isAuthor)
  return (
    <nav aria-label={say('navigation:label')} className={styles.links}>
      {shown.map(({ path, word }) => {
        const href = `${config.routes.admin}${path}`
        return (
          <Link
            aria-current={current === href ? 'page' : undefined}
            className={styles.link}
            href={href}
            key={path}
            prefetch={false}
          >
            {say(word)}
            {path === '/inbox' ? <InboxBadge /> : null}
          </Link>
        )
      })}
    </nav>
  )
}
