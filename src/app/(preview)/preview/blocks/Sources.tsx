import type { Source } from '#portrait/kinds/shapes.ts'

/** Where a text has what it says from. */
export function Sources({ value }: { value: readonly Source[] }) {
  if (value.length === 0) return null
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Quellen</h2>
      <ul>
        {value.map(({ id, name, publisher, url }) => (
          <li key={id}>
            {url === null ? name : <a href={url}>{name}</a>}
            {publisher === null ? '' : `, ${publisher}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
