'use client'

import { useWords } from '../words/use-words.ts'
import { Dialog } from './Dialog.tsx'
import kit from './kit.module.css'
import type { Shortcut } from './use-shortcuts.ts'

/** The shortcuts of a page. */
export function ShortcutsDialog(props: { shortcuts: readonly Shortcut[]; onClose: () => void }) {
  const { say } = useWords()
  return (
    <Dialog onClose={props.onClose} title={say('review:shortcuts')}>
      <table className={kit.table}>
        <tbody>
          {props.shortcuts.map(({ key, word }) => (
            <tr key={key}>
              <th scope="row">
                <kbd className={kit.badge}>{key}</kbd>
              </th>
              <td>{say(word)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <br />
    </Dialog>
  )
}
