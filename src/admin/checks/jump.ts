'use client'

/** What takes the focus inside a field, first choice first: a text to write before its buttons. */
const focusable = [
  '[contenteditable="true"]',
  'input:not([type="hidden"]):not(:disabled)',
  'textarea:not(:disabled)',
  'select:not(:disabled)',
  'button:not(:disabled)',
]

/** How long to wait for a field, in milliseconds: Payload draws one when it comes near the screen. */
const longestWait = 2000

/**
 * Takes a person to a field of the form by its path: unfolds the row that it stands in, scrolls it
 * into view and gives it the focus. A field that the form does not show leads to the row or the list.
 */
export async function jumpTo(path: string): Promise<void> {
  const row = rowOf(path)
  if (row) unfold(row)
  const around = row ?? document.getElementById(`field-${path.split('.')[0] ?? path}`)
  around?.scrollIntoView({ block: 'start' })
  const target = (await waitFor(() => fieldOf(path))) ?? around
  if (!target) return
  // While a row unfolds, nothing in it takes the focus yet.
  await waitFor(() => (giveFocus(target) ? target : null))
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  target.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
}

/** Payload's row of a list: `sections.2.body` stands in `sections-row-2`. */
function rowOf(path: string): HTMLElement | null {
  const [, list, index] = /^(\w+)\.(\d+)\./.exec(path) ?? []
  return list && index ? document.getElementById(`${list}-row-${index}`) : null
}

function unfold(row: HTMLElement): void {
  const folded = row.querySelector<HTMLElement>(':scope > .collapsible--collapsed')
  folded?.querySelector<HTMLButtonElement>('button.collapsible__toggle')?.click()
}

function fieldOf(path: string): HTMLElement | null {
  return (
    document.getElementById(`field-${path.replaceAll('.', '__')}`) ??
    document.querySelector<HTMLElement>(`[data-field-path="${CSS.escape(path)}"]`)
  )
}

/** Says whether the field has the focus now. */
function giveFocus(target: HTMLElement): boolean {
  const inside = focusable
    .map((selector) => target.querySelector<HTMLElement>(selector))
    .find((element) => element !== null)
  const taker = target.matches(focusable.join()) ? target : (inside ?? target)
  // A form that a person may only read has nothing to type in: the field itself takes the focus.
  if (taker === target && !target.matches(focusable.join())) target.tabIndex = -1
  taker.focus({ preventScroll: true })
  return document.activeElement === taker
}

async function waitFor<T>(look: () => T | null): Promise<T | null> {
  const end = performance.now() + longestWait
  for (;;) {
    const found = look()
    if (found !== null || performance.now() > end) return found
    await new Promise(requestAnimationFrame)
  }
}
