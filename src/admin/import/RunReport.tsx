'use client'

import { Link, useConfig, useField } from '@payloadcms/ui'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import { readReport, type RecordedFile } from './recorded-files.ts'

const states = {
  created: 'import:created',
  updated: 'import:updated',
  unchanged: 'import:isUnchanged',
  failed: 'import:failed',
} as const

/** The report of a run, file by file, in place of the JSON that it is kept as. */
export function RunReport({ path }: { path: string }) {
  const { value } = useField<unknown>({ path })
  const { say } = useWords()
  return (
    <div className={kit.scroll}>
      <table className={kit.table}>
        <thead>
          <tr>
            <th>{say('import:csvFile')}</th>
            <th>{say('import:csvResult')}</th>
            <th>{say('import:csvText')}</th>
            <th className={kit.number}>{say('import:warningsOf')}</th>
          </tr>
        </thead>
        <tbody>
          {readReport(value).map((file) => (
            <tr key={file.file}>
              <td>{file.file}</td>
              <td>{say(states[file.result])}</td>
              <td>
                <About file={file} />
              </td>
              <td className={kit.number}>{file.warnings}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The text that a file became, or why it became none. */
function About({ file }: { file: RecordedFile }) {
  const { document, profession, region, reason } = file
  const { say } = useWords()
  const { config } = useConfig()
  if (document === null) return reason
  return (
    <Link
      href={`${config.routes.admin}/collections/${document.collection}/${document.id}`}
      prefetch={false}
    >
      {profession} · {region ?? say('import:nationwide')}
    </Link>
  )
}
