interface DemoSource {
  name: string
  publisher: string
  url: string
  kind: 'statistik' | 'tarif' | 'studie'
  aliases: readonly string[]
}

/** The source that the demo's salary paragraphs name: made up, like its figures. */
export const demoSources = [
  {
    name: 'Muster-Entgeltspiegel',
    publisher: 'Demo-Redaktion (erfundene Zahlen)',
    url: 'https://example.org/muster-entgeltspiegel',
    kind: 'statistik',
    aliases: ['Muster-Entgeltspiegel der Demo-Redaktion'],
  },
] as const satisfies readonly DemoSource[]
