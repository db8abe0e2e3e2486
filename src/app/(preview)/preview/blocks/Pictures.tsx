import type { Picture } from '#portrait/kinds/shapes.ts'
import styles from '../portrait.module.css'

/** The pictures of a portrait, with caption and credit. */
export function Pictures({ value }: { value: readonly Picture[] }) {
  return value.map(({ id, url, alt, caption, credit, width, height }) =>
    url === null ? null : (
      <figure className={styles.figure} key={id}>
        <img
          alt={alt}
          loading="lazy"
          src={url}
          {...(width === null || height === null ? {} : { width, height })}
        />
        <figcaption>
          {[caption, credit === null ? null : `Foto: ${credit}`]
            .filter((part) => part !== null)
            .join(' · ')}
        </figcaption>
      </figure>
    ),
  )
}
