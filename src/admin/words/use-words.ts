'use client'

import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'
import type { BilingualText, Language } from '#model/text.ts'
import { formatsIn, type Formats } from './formats.ts'
import { languageOf, sayWith, type Say } from './say.ts'

/** The words and formats of the reader's language. `pick` is for words that come with the data. */
export function useWords(): {
  say: Say
  pick: (text: BilingualText) => string
  format: Formats
  language: Language
} {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const language = languageOf(i18n)
    return {
      say: sayWith(i18n),
      pick: (text) => text[language],
      format: formatsIn(language),
      language,
    }
  }, [i18n])
}
