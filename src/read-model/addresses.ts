// The paths under which the server shows things: also what other answers refer to.

export const portraitHref = (profession: string, region: string | null): string =>
  region === null || region === ''
    ? `/v1/portraits/${profession}`
    : `/v1/portraits/${profession}/${region}`
export const professionHref = (slug: string): string => `/v1/professions/${slug}`
export const regionHref = (slug: string): string => `/v1/regions/${slug}`
export const jobHref = (id: string): string => `/v1/jobs/${id}`
export const jobsHref = (profession: string, region: string | null): string =>
  `/v1/jobs?profession=${profession}${region === null ? '' : `&region=${region}`}`
/** The path of a portrait's page on a site, unless the site has paths of its own. */
export const pagePath = (profession: string, region: string | null): string =>
  region === null || region === '' ? `/${profession}` : `/${profession}/${region}`

/** Path of the list of all portraits. */
export const portraitsHref = '/v1/portraits'
