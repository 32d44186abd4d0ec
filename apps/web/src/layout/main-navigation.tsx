'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { MAIN_NAVIGATION } from './navigation'

const isHere = (href: string, pathname: string, parameters: { get(name: string): string | null }): boolean => {
  const target = new URL(href, 'http://here')
  return (
    target.pathname === pathname && [...target.searchParams].every(([name, value]) => parameters.get(name) === value)
  )
}

/** The line of departments; the current one has its thread drawn. */
export const MainNavigation = () => {
  const pathname = usePathname()
  const parameters = useSearchParams()
  return (
    <ul className="flex items-center gap-7 text-small font-medium">
      {MAIN_NAVIGATION.map(({ href, label }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={isHere(href, pathname, parameters) ? 'page' : undefined}
            className="thread-hover inline-flex min-h-touch items-center bg-[position:0_calc(100%-0.5rem)]"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
