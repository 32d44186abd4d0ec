'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { Link } from '../components/link'
import { MAIN_NAVIGATION } from './navigation'

const isHere = (href: string, pathname: string, parameters: { get(name: string): string | null }): boolean => {
  const target = new URL(href, 'http://here')
  return (
    target.pathname === pathname && [...target.searchParams].every(([name, value]) => parameters.get(name) === value)
  )
}

/** The line of departments without a mark: what is printed before the address is known. */
export const PlainNavigation = ({ current }: { current?: string | undefined }) => (
  <ul className="flex items-center gap-5 text-small whitespace-nowrap xl:gap-7 font-medium">
    {MAIN_NAVIGATION.map(({ href, label }) => (
      <li key={href} className="max-xl:last:hidden">
        <Link
          href={href}
          aria-current={href === current ? 'page' : undefined}
          className="group flex min-h-touch items-center"
        >
          <span className="thread-hover group-aria-[current=page]:bg-size-[100%_2px]">{label}</span>
        </Link>
      </li>
    ))}
  </ul>
)

/** The same with the thread drawn under the current department. */
export const MainNavigation = () => {
  const pathname = usePathname()
  const parameters = useSearchParams()
  return <PlainNavigation current={MAIN_NAVIGATION.find(({ href }) => isHere(href, pathname, parameters))?.href} />
}
