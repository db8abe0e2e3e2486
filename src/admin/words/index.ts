import type { Language } from '#model/text.ts'
import { barWords } from './bar.ts'
import { bulkWords } from './bulk.ts'
import { commentsWords } from './comments.ts'
import { coverageWords } from './coverage.ts'
import { erasureWords } from './erasures.ts'
import { expertWords } from './expert.ts'
import { historyWords } from './history.ts'
import { checkWords } from './checks.ts'
import { reportWords } from './reports.ts'
import { homeWords } from './home.ts'
import { importWords } from './import.ts'
import { inboxWords } from './inbox.ts'
import { kitWords } from './kit.ts'
import { listWords } from './list.ts'
import { navigationWords } from './navigation.ts'
import { authenticationWords } from './payload.ts'
import { peopleWords } from './people.ts'
import { signInWords } from './sign-in.ts'
import { sitesWords } from './sites.ts'
import { proposalWords } from './proposals.ts'
import { reviewWords } from './review.ts'
import { stepsWords } from './steps.ts'
import { textsWords } from './texts.ts'
import { previewWords } from './preview.ts'
import { sectionWords } from './sections.ts'
import type { WordIn, Words } from './words.ts'

/** Every word of ours in the admin, by topic. Payload brings its own words in the same languages. */
export const words = {
  kit: kitWords,
  navigation: navigationWords,
  home: homeWords,
  texts: textsWords,
  list: listWords,
  bulk: bulkWords,
  bar: barWords,
  comments: commentsWords,
  review: reviewWords,
  proposals: proposalWords,
  erasures: erasureWords,
  coverage: coverageWords,
  history: historyWords,
  signIn: signInWords,
  steps: stepsWords,
  import: importWords,
  sites: sitesWords,
  inbox: inboxWords,
  people: peopleWords,
  authentication: authenticationWords,
  checks: checkWords,
  sections: sectionWords,
  preview: previewWords,
  expert: expertWords,
  reports: reportWords,
} as const satisfies Record<string, Words>

export type Word = WordIn<typeof words>

/** The words as Payload's i18n takes them: by language, then topic, then name. */
export const translations: Readonly<Record<Language, Record<string, Record<string, string>>>> = {
  de: inOneLanguage('de'),
  en: inOneLanguage('en'),
}

function inOneLanguage(language: Language): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries<Words>(words).map(([topic, ofTopic]) => [
      topic,
      Object.fromEntries(Object.entries(ofTopic).map(([name, text]) => [name, text[language]])),
    ]),
  )
}
