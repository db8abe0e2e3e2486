'use client'

import type { ReactNode } from 'react'
import { stageLabels, stages } from '#model/stages.ts'
import listStyles from '../texts/list.module.css'
import { useWords } from '../words/use-words.ts'
import type { Highlight, Matrix } from './matrix.ts'
import styles from './coverage.module.css'

export interface Filters {
  /** `all`, `lands`, or the number of one Land. */
  zoom: string
  profession: string
  region: string
  highlight: Highlight
  isOnlyMatches: boolean
}

/** What the matrix shows, and what it brings out. */
export function CoverageFilters(props: {
  matrix: Matrix
  filters: Filters
  landName: (land: string | null) => string
  onChange: (filters: Filters) => void
}) {
  const { matrix, filters, landName, onChange } = props
  const { say, pick } = useWords()
  const present = [...new Set(matrix.regions.flatMap(({ land }) => land ?? []))]
  const highlights: [Highlight, string][] = [
    ['all', say('coverage:showAll')],
    ['missing', say('coverage:showMissing')],
    ['stale', say('coverage:showStale')],
    ['changed', say('coverage:showChanged')],
    ['overdue', say('coverage:showOverdue')],
    ...stages.map((stage): [Highlight, string] => [stage, pick(stageLabels[stage])]),
  ]
  const field = (label: string, control: ReactNode) => (
    <label className={listStyles.filter}>
      <span>{label}</span>
      {control}
    </label>
  )
  const search = (name: 'profession' | 'region') => (
    <input
      className={listStyles.control}
      onChange={({ target }) => {
        onChange({ ...filters, [name]: target.value })
      }}
      type="search"
      value={filters[name]}
    />
  )
  return (
    <div className={listStyles.filters} role="search">
      {field(
        say('coverage:zoom'),
        <select
          className={listStyles.control}
          onChange={({ target }) => {
            onChange({ ...filters, zoom: target.value })
          }}
          value={filters.zoom}
        >
          <option value="all">{say('coverage:zoomAll')}</option>
          <option value="lands">{say('coverage:zoomLands')}</option>
          {present.map((land) => (
            <option key={land} value={land}>
              {landName(land)}
            </option>
          ))}
        </select>,
      )}
      {field(say('coverage:filterProfession'), search('profession'))}
      {field(say('coverage:filterRegion'), search('region'))}
      {field(
        say('coverage:show'),
        <select
          className={listStyles.control}
          data-active={filters.highlight !== 'all'}
          onChange={({ target }) => {
            const found = highlights.find(([value]) => value === target.value)
            onChange({ ...filters, highlight: found?.[0] ?? 'all' })
          }}
          value={filters.highlight}
        >
          {highlights.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>,
      )}
      {filters.highlight === 'all' ? null : (
        <label className={styles.check}>
          <input
            checked={filters.isOnlyMatches}
            onChange={({ target }) => {
              onChange({ ...filters, isOnlyMatches: target.checked })
            }}
            type="checkbox"
          />
          {say('coverage:onlyRows')}
        </label>
      )}
    </div>
  )
}
