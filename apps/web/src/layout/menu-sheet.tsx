'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Link } from '../components/link'
import { Sheet } from '../components/sheet'
import { MAIN_NAVIGATION, OWN_NAVIGATION } from './navigation'
import { SearchBox } from './search-box'
import { ThemeToggle } from './theme-toggle'

/** The navigation of narrow screens. Closes itself when the page changes. */
export const MenuSheet = ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => {
  const address = `${usePathname()}?${useSearchParams()}`
  const before = useRef(address)
  const close = useEffectEvent(() => onOpenChange(false))
  useEffect(() => {
    if (before.current !== address) close()
    before.current = address
  }, [address])
  return (
    <Sheet
      side="left"
      title="Menu"
      titleHidden
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <div className="flex items-center justify-between text-small text-soft">
          <span>Day or night</span>
          <ThemeToggle />
        </div>
      }
    >
      <SearchBox id="search-menu" />
      <nav aria-label="Menu" className="flex flex-col gap-8 pt-6">
        <ul>
          {MAIN_NAVIGATION.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className="flex min-h-14 items-center font-display text-headline hover:text-thread">
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <ul className="border-t border-rule pt-4">
          {OWN_NAVIGATION.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className="flex min-h-touch items-center text-body hover:text-thread">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Sheet>
  )
}
