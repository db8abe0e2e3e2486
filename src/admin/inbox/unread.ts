'use client'

// How many messages are unread, told from the page to the badge: both stand in the same window.

const name = 'berufsbild:unread'

/** Tells whoever listens how many are unread. */
export function tellUnread(count: number): void {
  window.dispatchEvent(new CustomEvent(name, { detail: count }))
}

/** Listens to how many are unread; gives what stops it. */
export function onUnread(listen: (count: number) => void): () => void {
  const handle = (event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === 'number') listen(event.detail)
  }
  window.addEventListener(name, handle)
  return () => {
    window.removeEventListener(name, handle)
  }
}
