import Link from 'next/link'
import type { ReactNode } from 'react'
import { LiveRegion } from '../components/live-region'
import { Wordmark } from '../components/wordmark'
import { AdminNavigation } from './admin-navigation'
import { FindStock } from './find-stock'
import { SkipLink } from './skip-link'
import { ThemeToggle } from './theme-toggle'

/** Everything around a page for staff. `figures` is the slot for live numbers, `person` for who is signed in. */
export const AdminShell = ({
  figures,
  person,
  children,
}: {
  figures?: ReactNode
  person?: ReactNode
  children: ReactNode
}) => (
  <div className="grid min-h-dvh grid-rows-[auto_auto_1fr] lg:grid-cols-[13rem_1fr] lg:grid-rows-[auto_1fr]">
    <SkipLink />
    <header className="sticky top-0 z-30 bg-paper lg:col-span-2">
      <div className="flex h-14 items-center gap-4 px-4">
        <Link href="/admin" aria-label="Selvedge back office" className="flex items-baseline gap-2 hover:text-thread">
          <Wordmark label="" className="h-7 w-auto translate-y-1" />
          <span className="label-caps text-soft max-sm:hidden">Back office</span>
        </Link>
        <FindStock />
        <div className="ml-auto flex items-center lg:gap-5">
          {figures}
          {person}
          <Link href="/" className="thread-hover text-note max-md:hidden">
            To the shop
          </Link>
          <ThemeToggle />
        </div>
      </div>
      <span aria-hidden="true" className="selvedge block" />
    </header>
    <nav
      aria-label="Back office"
      className="min-w-0 border-rule max-lg:border-b lg:sticky lg:top-16 lg:h-[calc(100dvh-4rem)] lg:overflow-y-auto lg:border-r lg:py-4"
    >
      <AdminNavigation />
    </nav>
    <main id="content" tabIndex={-1} className="min-w-0 p-4 outline-0 lg:p-6">
      {children}
    </main>
    <LiveRegion />
  </div>
)
