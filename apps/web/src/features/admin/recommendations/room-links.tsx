import Link from 'next/link'

const ROOMS = [
  { href: '/admin/recommendations', label: 'Inspector' },
  { href: '/admin/recommendations/rules', label: 'Rules' },
  { href: '/admin/recommendations/placements', label: 'Placements' },
  { href: '/admin/recommendations/models', label: 'Models' },
  { href: '/admin/recommendations/experiments', label: 'Experiments' },
] as const

/** The five tables of this room, at hand where the back office's navigation is folded. */
export const RoomLinks = ({ here }: { here: (typeof ROOMS)[number]['href'] }) => (
  <nav aria-label="Recommendations" className="border-b border-rule lg:hidden">
    <ul className="bar-none flex gap-6 overflow-x-auto text-small font-medium">
      {ROOMS.map(({ href, label }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={href === here ? 'page' : undefined}
            className="flex min-h-touch items-center whitespace-nowrap text-soft hover:text-ink aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-3px_0_var(--thread)]"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)
