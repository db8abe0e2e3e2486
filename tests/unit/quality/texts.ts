/** A body as Lexical stores it, one paragraph a text. */
export function bodyOf(...paragraphs: readonly string[]) {
  return {
    root: { type: 'root', children: paragraphs.map((text) => paragraph({ type: 'text', text })) },
  }
}

export function paragraph(...children: readonly Record<string, unknown>[]) {
  return { type: 'paragraph', children }
}

/** A regional section of which no check has anything to say. */
export function faultless() {
  const section = (kind: string) => ({
    kind,
    heading: 'Worum es geht',
    body: bodyOf('Es ist gut.'),
  })
  return {
    profession: 'a profession',
    region: 'a region',
    headline: 'Eine Überschrift',
    intro: 'Eine Einleitung.',
    sections: ['aufgaben', 'anforderungen', 'zugang', 'regionales', 'verdienst'].map(section),
    seo: { title: 'Ein Titel', description: 'Was auf der Seite steht, in zwei Sätzen. '.repeat(2) },
    provenance: { origin: 'human' },
  }
}
