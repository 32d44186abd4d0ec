import type { NavigationLink } from './navigation'

export type AdminRoom = { readonly title: string; readonly links: readonly NavigationLink[] }

export const ADMIN_OVERVIEW: NavigationLink = { href: '/admin', label: 'Overview' }

/** The rooms of the back office, in the order of a piece's life there. Every address here exists. */
export const ADMIN_ROOMS: readonly AdminRoom[] = [
  {
    title: 'Planning',
    links: [
      { href: '/admin/alerts', label: 'Alerts' },
      { href: '/admin/forecast', label: 'Forecast' },
    ],
  },
  {
    title: 'Stock',
    links: [
      { href: '/admin/stock', label: 'Stock' },
      { href: '/admin/holds', label: 'Holds' },
      { href: '/admin/allocation', label: 'Allocation' },
      { href: '/admin/history', label: 'The past' },
    ],
  },
  {
    title: 'Movement',
    links: [
      { href: '/admin/transfers', label: 'Transfers' },
      { href: '/admin/counts', label: 'Counts' },
      { href: '/admin/returns', label: 'Returns' },
      { href: '/admin/quarantine', label: 'Quarantine' },
    ],
  },
  {
    title: 'Supply',
    links: [
      { href: '/admin/supply', label: 'Inbound' },
      { href: '/admin/purchase-orders', label: 'Purchase orders' },
      { href: '/admin/backorders', label: 'Backorders' },
    ],
  },
  {
    title: 'Selling',
    links: [
      { href: '/admin/orders', label: 'Orders' },
      { href: '/admin/shipping', label: 'Shipping' },
      { href: '/admin/promotions', label: 'Markdowns' },
      { href: '/admin/costs', label: 'Costs' },
    ],
  },
  {
    title: 'Recommendations',
    links: [
      { href: '/admin/recommendations', label: 'Inspector' },
      { href: '/admin/recommendations/rules', label: 'Rules' },
      { href: '/admin/recommendations/placements', label: 'Placements' },
      { href: '/admin/recommendations/models', label: 'Models' },
      { href: '/admin/recommendations/experiments', label: 'Experiments' },
      { href: '/admin/polls', label: 'Polls' },
    ],
  },
  {
    title: 'Outside',
    links: [
      { href: '/admin/sources', label: 'Sources' },
      { href: '/admin/webhooks', label: 'Webhooks' },
      { href: '/admin/files', label: 'Files' },
      { href: '/admin/mail', label: 'Mail' },
    ],
  },
  { title: 'House', links: [{ href: '/admin/audit', label: 'Changes' }] },
]

const LINKS = ADMIN_ROOMS.flatMap(({ links }) => links)
const isUnder = (pathname: string, href: string): boolean => pathname === href || pathname.startsWith(`${href}/`)

/** The link that leads to where one is: the nearest above the address. A ledger is read from the stock table. */
export const currentAdminLink = (pathname: string): NavigationLink | undefined => {
  if (pathname === ADMIN_OVERVIEW.href) return ADMIN_OVERVIEW
  const place = isUnder(pathname, '/admin/ledger') ? '/admin/stock' : pathname
  return LINKS.filter(({ href }) => isUnder(place, href)).sort((a, b) => b.href.length - a.href.length)[0]
}
