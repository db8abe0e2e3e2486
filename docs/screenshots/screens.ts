import type { Page } from 'playwright-core'
import type { Scene } from './scene.ts'

/** A picture that is taken. */
export interface Screen {
  /** Name of its file, without the ending. */
  name: string
  /** Who is signed in; null for somebody without an account. */
  as: 'admin' | 'author' | 'editor' | null
  path: (scene: Scene) => string
  /** In CSS pixels; 1440 × 900 unless told. */
  width?: number
  height?: number
  scheme?: 'light' | 'dark'
  /** Brings the page to where its picture is taken. */
  ready?: (page: Page) => Promise<void>
}

const phone = { width: 390, height: 844 }

/** The main screens, as the people see them who work with them. */
export const screens: readonly Screen[] = [
  { name: 'home-editor', as: 'editor', path: () => '/admin' },
  { name: 'home-author', as: 'author', path: () => '/admin' },
  { name: 'home-phone', as: 'editor', path: () => '/admin', ...phone },
  { name: 'document', as: 'editor', path: ({ draft }) => draft },
  { name: 'review', as: 'editor', path: ({ inReview }) => `${inReview}/review` },
  {
    name: 'review-dark',
    as: 'editor',
    path: ({ inReview }) => `${inReview}/review`,
    scheme: 'dark',
  },
  { name: 'history', as: 'editor', path: ({ inReview }) => `${inReview}/history` },
  {
    name: 'coverage',
    as: 'editor',
    path: () => '/admin/coverage',
    ready: async (page) => {
      await page.getByRole('gridcell', { name: 'Köln: In Prüfung' }).first().click()
    },
  },
  { name: 'texts', as: 'editor', path: () => '/admin/texts' },
  { name: 'import', as: 'author', path: () => '/admin/import' },
  { name: 'inbox', as: 'author', path: () => '/admin/inbox' },
  { name: 'reports', as: 'editor', path: () => '/admin/reports' },
  { name: 'people', as: 'admin', path: () => '/admin/collections/users' },
  { name: 'sites', as: 'admin', path: ({ site }) => `${site}/keys` },
  { name: 'preview', as: 'editor', path: ({ preview }) => preview },
  { name: 'expert', as: null, path: ({ expert }) => expert },
  { name: 'expert-phone', as: null, path: ({ expert }) => expert, ...phone },
]
