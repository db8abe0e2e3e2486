'use client'

import { toast, usePreferences } from '@payloadcms/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import type { Parameters } from './address.ts'
import { givenViews, isNewView, sameParameters, viewsIn, withView, type View } from './views.ts'
import styles from './list.module.css'

/** Where a person's own views are kept among Payload's preferences. */
const preference = 'newsroom-views'

/** Filters under a name: those that everybody has, and the person's own. */
export function SavedViews(props: {
  parameters: Parameters
  onChoose: (parameters: Parameters) => void
}) {
  const { parameters, onChoose } = props
  const { say } = useWords()
  const { getPreference, setPreference } = usePreferences()
  const client = useQueryClient()
  const { data: own = [] } = useQuery({
    queryKey: [preference],
    queryFn: async () => viewsIn(await getPreference<unknown>(preference)),
    staleTime: Infinity,
  })
  const [name, setName] = useState<string | null>(null)

  const keep = (views: View[]) => {
    client.setQueryData([preference], views)
    void setPreference(preference, { views })
  }
  const isCurrent = (view: Parameters) => sameParameters(view, parameters)
  return (
    <nav aria-label={say('list:views')} className={styles.views}>
      {givenViews.map((view) => (
        <button
          aria-current={isCurrent(view.parameters) ? 'true' : undefined}
          className={styles.view}
          key={view.word}
          onClick={() => {
            onChoose(view.parameters)
          }}
          type="button"
        >
          {say(view.word)}
        </button>
      ))}
      {own.map((view) => (
        <span className={styles.ownView} key={view.name}>
          <button
            aria-current={isCurrent(view.parameters) ? 'true' : undefined}
            className={styles.view}
            onClick={() => {
              onChoose(view.parameters)
            }}
            type="button"
          >
            {view.name}
          </button>
          <button
            aria-label={say('list:deleteView', { name: view.name })}
            className={styles.deleteView}
            onClick={() => {
              keep(own.filter((other) => other !== view))
            }}
            type="button"
          >
            ×
          </button>
        </span>
      ))}
      {isNewView(parameters, own) ? (
        <button
          className={styles.reset}
          onClick={() => {
            setName('')
          }}
          type="button"
        >
          {say('list:saveView')}
        </button>
      ) : null}
      {name === null ? null : (
        <Dialog
          confirm={{
            label: say('kit:save'),
            isDisabled: name.trim() === '',
            onClick: () => {
              const view = { name: name.trim(), parameters }
              keep(withView(own, view))
              toast.success(say('list:viewSaved', { name: view.name }))
              setName(null)
            },
          }}
          onClose={() => {
            setName(null)
          }}
          title={say('list:saveView')}
        >
          <label className={kit.field}>
            <span>{say('list:viewName')}</span>
            <input
              className={kit.input}
              maxLength={60}
              onChange={({ target }) => {
                setName(target.value)
              }}
              value={name}
            />
          </label>
        </Dialog>
      )}
    </nav>
  )
}
