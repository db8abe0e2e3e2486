export type MediaType = 'application/json' | 'application/graphql-response+json'

/**
 * The form of an answer that a caller takes: the first that it names of the two of the specification
 * GraphQL over HTTP, `application/json` where it names none; undefined where it takes neither.
 */
export function chooseMediaType(accept: string | undefined): MediaType | undefined {
  if (accept === undefined || accept.trim() === '') return 'application/json'
  for (const range of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim())
    if (parameters.some((parameter) => isRefused(parameter))) continue
    if (name === 'application/graphql-response+json') return name
    if (['application/json', 'application/*', '*/*'].includes(name)) return 'application/json'
  }
  return undefined
}

function isRefused(parameter: string): boolean {
  return /^q=0(?:\.0*)?$/.test(parameter) || /^charset=(?!"?utf-?8"?$)/.test(parameter)
}
