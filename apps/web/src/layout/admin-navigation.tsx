'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { ADMIN_NAVIGATION } from './navigation'

const isIn = (href: string, pathname: string): boolean =>
  href === '/admin'
    ? pathname === href
    : pathname.startsWith(href) || (href === '/admin/stock' && pathname.startsWith('/admin/ledger'))

/** The rooms of the back office. */
export const AdminNavigation = () => {
  const pathname = usePathname()
  return (
    <ul className="bar-none flex gap-1 overflow-x-auto lg:flex-col">
      {ADMIN_NAVIGATION.map(({ href, label }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={isIn(href, pathname) ? 'page' : undefined}
            className="flex min-h-touch items-center px-4 text-small font-medium whitespace-nowrap text-soft -outline-offset-2 hover:text-ink aria-[current=page]:bg-raised aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-3px_0_var(--thread)] lg:min-h-9 lg:aria-[current=page]:shadow-[inset_3px_0_0_var(--thread)]"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
