'use client'

import { useEffect, type ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'

/** What Payload's own markup lacks for those who use a keyboard or a screen reader. */
export function MendMarkup({ children }: { children: ReactNode }) {
  const { say } = useWords()
  useEffect(() => {
    const names = {
      drag: say('kit:drag'),
      menu: say('kit:menu'),
      account: say('kit:account'),
      link: say('kit:link'),
      toolbar: {
        bold: say('kit:bold'),
        italic: say('kit:italic'),
        link: say('kit:hyperlink'),
      },
    }
    const mend = () => {
      mendAll(names)
    }
    const observer = new MutationObserver(mend)
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['aria-hidden', 'tabindex'],
    })
    mend()
    return () => {
      observer.disconnect()
    }
  }, [say])
  return children
}

const fieldsWithoutName = ['.rs__input', '.ContentEditable__root', '.field-type input[type="text"]']
  .map((field) => `${field}:not([aria-label]):not([aria-labelledby]):not([id^="field-"])`)
  .join(', ')

interface Names {
  drag: string
  menu: string
  account: string
  link: string
  /** By the key of the button. */
  toolbar: Readonly<Record<string, string>>
}

function mendAll(names: Names) {
  // A button without words says nothing.
  for (const [key, name] of Object.entries(names.toolbar)) {
    nameAll(`.toolbar-popup__button-${key}:not([aria-label])`, name)
  }
  nameAll('.collapsible__drag:not([aria-label])', names.drag)
  nameAll('.popup-button:not([aria-label])', names.menu, ({ textContent }) => !textContent?.trim())
  nameAll('.app-header__account:not([aria-label])', names.account)
  // What is hidden from a screen reader must not take the focus.
  for (const indicator of all('.clear-indicator, .dropdown-indicator')) {
    const isHidden = indicator.getAttribute('aria-hidden') === 'true'
    if (isHidden && indicator.tabIndex !== -1) indicator.tabIndex = -1
  }
  // The label of a select stands beside it and names nothing.
  for (const input of all(fieldsWithoutName)) {
    const label = input.closest('.field-type')?.querySelector('.field-label')?.textContent
    if (label) input.setAttribute('aria-label', label.replace('*', '').trim())
  }
  // Payload puts some tabs into its list as items, and others bare.
  for (const tabs of all('.doc-tabs__tabs:not([role])')) {
    tabs.setAttribute('role', 'group')
    for (const item of tabs.querySelectorAll('li')) item.setAttribute('role', 'presentation')
  }
  for (const link of all('a[class*="relationship"]:not([aria-label])')) {
    if (!link.textContent?.trim()) link.setAttribute('aria-label', names.link)
  }
}

function nameAll(selector: string, name: string, isMeant = (_: HTMLElement) => true) {
  for (const element of all(selector)) {
    if (isMeant(element)) element.setAttribute('aria-label', name)
  }
}

function all(selector: string): NodeListOf<HTMLElement> {
  return document.querySelectorAll<HTMLElement>(selector)
}
