const home = '/admin'

/**
 * Where somebody goes after the sign-in: a page of the admin of ours, else its first.
 *
 * @param asked a path, as a query has it; it may be anything
 */
export function returnPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || asked.length > 2000) return home
  const base = 'https://own.invalid'
  if (!URL.canParse(asked, base)) return home
  const { origin, pathname, search, hash } = new URL(asked, base)
  const isOurs = origin === base && (pathname === home || pathname.startsWith(`${home}/`))
  // However it is spelled: Next reads it so, too.
  const leadsBack = /^\/admin\/+log(?:in|out)/iu.test(decoded(pathname) ?? '/admin/login')
  return isOurs && !leadsBack ? `${pathname}${search}${hash}` : home
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
