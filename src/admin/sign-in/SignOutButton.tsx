'use client'

import { callApi } from '../kit/api.ts'
import { useWords } from '../words/use-words.ts'
import styles from './sign-in.module.css'

/** Ends the session that has begun, and begins again. */
export function SignOutButton() {
  const { say, language } = useWords()
  return (
    <button
      className={styles.link}
      onClick={() => {
        void callApi('/users/logout', { say, language, method: 'POST', body: {} }).then(() => {
          window.location.reload()
        })
      }}
      type="button"
    >
      {say('signIn:signOut')}
    </button>
  )
}
