import type { ListingQuery } from '@selvedge/core'
import { Link } from '@/components/link'
import { withDepartment } from './change-listing'
import { listingHref } from './listing-url'

const DEPARTMENTS = [
  { value: undefined, label: 'All' },
  { value: 'women', label: 'Women' },
  { value: 'men', label: 'Men' },
  { value: 'unisex', label: 'Unisex' },
] as const

/** The department as links; the rest of the choice is kept. */
export const DepartmentTabs = ({ path, query }: { path: string; query: ListingQuery }) => (
  <nav aria-label="Department" className="bar-none overflow-x-auto">
    <ul className="flex gap-6 text-small font-medium">
      {DEPARTMENTS.map(({ value, label }) => (
        <li key={label}>
          <Link
            href={listingHref(path, withDepartment(query, value))}
            scroll={false}
            aria-current={query.department === value ? 'true' : undefined}
            className="thread-hover inline-flex min-h-touch items-center whitespace-nowrap bg-[position:0_calc(100%-0.5rem)]"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)
