// The key that was made last, as long as the page lives: the trial call beside it can use it.

const made = new Map<string, string>()

export function rememberKey(site: string, key: string): void {
  made.set(site, key)
}

/** The key that was just made for a site; '' where none was. */
export function keyJustMade(site: string): string {
  return made.get(site) ?? ''
}
