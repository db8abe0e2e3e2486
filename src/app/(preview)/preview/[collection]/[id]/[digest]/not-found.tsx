import { previewWords } from '#admin/words/preview.ts'
import styles from '../../../portrait.module.css'
import { openRequest } from '../../../request.ts'

/** Says why a text of the history cannot be looked at. */
export default async function NoPastText() {
  const { language } = await openRequest()
  return (
    <main className={styles.refused} lang={language}>
      <h1 className={styles.headline}>{previewWords.noPastTitle[language]}</h1>
      <p>{previewWords.noPast[language]}</p>
    </main>
  )
}
