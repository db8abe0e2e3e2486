import { amountsInWords, circumstancesInWords } from '#model/salary-in-words.ts'
import { salaryKindLabels } from '#model/salary.ts'
import type { SalaryFigure } from '#read-model/shapes.ts'
import styles from '../portrait.module.css'

/** The salary figures of a portrait, each with its source. */
export function SalaryTable({ value: figures }: { value: readonly SalaryFigure[] }) {
  if (figures.length === 0) return null
  const hasRegions = figures.some(({ region }) => region !== null)
  return (
    // A narrow screen scrolls the table, and the keyboard has to reach it for that.
    <div aria-label="Verdienst in Zahlen" className={styles.scroll} role="group" tabIndex={0}>
      <table className={styles.table}>
        <caption>Verdienst in Zahlen</caption>
        <thead>
          <tr>
            <th scope="col">Angabe</th>
            <th scope="col">Betrag</th>
            <th scope="col">Zeitraum</th>
            {hasRegions ? <th scope="col">Gilt für</th> : null}
            <th scope="col">Quelle</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure, index) => (
            <tr key={index}>
              <th scope="row">{salaryKindLabels[figure.kind].de}</th>
              <td>{amountsInWords(figure, figure.currency)}</td>
              <td>{circumstancesInWords(figure)}</td>
              {hasRegions ? <td>{figure.region ?? ''}</td> : null}
              <td>
                <SourceOf figure={figure} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SourceOf({ figure }: { figure: SalaryFigure }) {
  const { source, referenceYear, sampleSize } = figure
  if (!source) return <span className={styles.unsourced}>ohne Quelle</span>
  const details = [
    referenceYear === null ? '' : String(referenceYear),
    sampleSize === null ? '' : `${sampleSize.toLocaleString('de-DE')} Befragte`,
  ].filter((detail) => detail !== '')
  return (
    <>
      {source.url === null ? source.name : <a href={source.url}>{source.name}</a>}
      {details.length > 0 ? `, ${details.join(', ')}` : ''}
    </>
  )
}
