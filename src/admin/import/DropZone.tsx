'use client'

import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { droppedFiles, pickedFiles, type GivenFile } from './given-files.ts'
import styles from './import.module.css'

/** Where files are dropped, or picked: one by one or a whole folder. */
export function DropZone(props: {
  isSmall: boolean
  onFiles: (files: readonly GivenFile[]) => void
}) {
  const { isSmall, onFiles } = props
  const { say } = useWords()
  const [isOver, setIsOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)

  const take = (input: HTMLInputElement) => {
    if (input.files) onFiles(pickedFiles(input.files))
    // The same files may be picked again.
    input.value = ''
  }

  return (
    <div
      className={styles.zone}
      data-dropzone
      data-over={isOver}
      data-small={isSmall}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false)
      }}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        void droppedFiles(event.dataTransfer.items).then(onFiles)
      }}
    >
      {isOver ? (
        <p className={styles.dropHere}>{say('import:dropHere')}</p>
      ) : (
        <p>{say('import:intro')}</p>
      )}
      <div className={styles.buttons}>
        <Button
          buttonStyle={isSmall ? 'secondary' : 'primary'}
          margin={false}
          onClick={() => files.current?.click()}
          type="button"
        >
          {say('import:pickFiles')}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => folder.current?.click()}
          type="button"
        >
          {say('import:pickFolder')}
        </Button>
      </div>
      <p className={styles.hint}>{say('import:limits')}</p>
      <input
        data-testid="import-files"
        hidden
        multiple
        onChange={(event) => {
          take(event.target)
        }}
        ref={files}
        type="file"
      />
      <input
        hidden
        onChange={(event) => {
          take(event.target)
        }}
        ref={folder}
        type="file"
        {...{ webkitdirectory: '' }}
      />
    </div>
  )
}
