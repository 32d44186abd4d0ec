'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { Suspense } from 'react'
import { Link } from '../components/link'
import { MAIN_NAVIGATION } from './navigation'

type Department = (typeof MAIN_NAVIGATION)[number]

/**
 * The line of departments, the thread drawn under the current one. A boundary for each: the address may not be known
 * while a page is built, and React prints a larger boundary twice, once without and once with what it waited for.
 */
export const MainNavigation = () => (
  <ul className="flex items-center gap-5 text-small whitespace-nowrap xl:gap-7 font-medium">
    {MAIN_NAVIGATION.map((department) => (
      <li key={department.href} className="max-xl:last:hidden">
        <Suspense fallback={<DepartmentLink {...department} isHere={false} />}>
          <MarkedLink {...department} />
        </Suspense>
      </li>
    ))}
  </ul>
)

const MarkedLink = (department: Department) => {
  const pathname = usePathname()
  const parameters = useSearchParams()
  return <DepartmentLink {...department} isHere={isHere(department.href, pathname, parameters)} />
}

const DepartmentLink = ({ href, label, isHere }: Department & { isHere: boolean }) => (
  <Link href={href} aria-current={isHere ? 'page' : undefined} className="group flex min-h-touch items-center">
    <span className="thread-hover group-aria-[current=page]:bg-size-[100%_2px]">{label}</span>
  </Link>
)

const isHere = (href: string, pathname: string, parameters: { get(name: string): string | null }): boolean => {
  const target = new URL(href, 'http://here')
  return (
    target.pathname === pathname && [...target.searchParams].every(([name, value]) => parameters.get(name) === value)
  )
}
