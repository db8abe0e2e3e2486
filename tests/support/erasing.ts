import { randomUUID } from 'node:crypto'
import type { Answer } from './http.ts'
import type { Product, SignedIn } from './product.ts'

/** A place as the search tells of it. */
export interface FoundPlace {
  kind: string
  title: string
  subject: object | null
  inUse: string[]
  excerpt: string
}

/** A word that stands nowhere else. */
export const rareWord = () => `Zaubernuss${randomUUID().slice(0, 8)}`

/** What tests do about erasures, over REST, as an editor who asks and an administrator who confirms. */
export function erasing(product: Product, { editor, admin }: Record<'editor' | 'admin', SignedIn>) {
  const ask = (
    subject: object,
    by: SignedIn | null = editor,
    reason = 'Antrag nach Art. 17 DSGVO.',
  ): Promise<Answer> => product.call('POST', '/erasures', { ...by, body: { subject, reason } })
  const decide = (id: string, decision: string, by: SignedIn | null, body: object = {}) =>
    product.call('POST', `/erasures/${id}/${decision}`, { ...by, body })
  const asked = async (subject: object, by = editor) => {
    const answer = await ask(subject, by)
    if (answer.status !== 201) throw new Error(`It was not asked for: ${answer.text}`)
    return String(answer.get('erasure.id'))
  }
  return {
    ask,
    decide,
    asked,
    /** Gives the id of the event `redact`. */
    erase: async (subject: object) => {
      const answer = await decide(await asked(subject), 'confirm', admin)
      if (answer.status !== 200) throw new Error(`It was not confirmed: ${answer.text}`)
      return String(answer.get('erasure.redaction'))
    },
    places: async (words: string, document?: string) => {
      const where = document ? `&collection=regional-sections&document=${document}` : ''
      const path = `/erasures/places?words=${encodeURIComponent(words)}${where}`
      const found = await product.call('GET', path, editor)
      if (found.status !== 200) throw new Error(`Nothing was looked for: ${found.text}`)
      return found.get('places') as FoundPlace[]
    },
    /** The tables of the house and of what sites read in which words stand, wherever in a row. */
    standsIn: async (words: string) => {
      const { rows: tables } = await product.sql.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
         WHERE schemaname IN ('public', 'delivery') ORDER BY 1`,
      )
      const found: string[] = []
      for (const { name } of tables) {
        const { rows } = await product.sql.query(
          `SELECT 1 FROM ${name} t WHERE strpos(lower(t::text), lower($1)) > 0 LIMIT 1`,
          [words],
        )
        if (rows.length > 0) found.push(name)
      }
      return found
    },
  }
}
