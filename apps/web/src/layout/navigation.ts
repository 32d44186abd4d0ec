export type NavigationLink = { href: string; label: string }

/** The shop's main ways. Every address here exists. */
export const MAIN_NAVIGATION: readonly NavigationLink[] = [
  { href: '/shop?sort=newest', label: 'New' },
  { href: '/shop?department=women', label: 'Women' },
  { href: '/shop?department=men', label: 'Men' },
  { href: '/shop?category=knitwear', label: 'Knitwear' },
  { href: '/shop?category=outerwear', label: 'Outerwear' },
]

export const ADMIN_NAVIGATION: readonly NavigationLink[] = [
  { href: '/admin', label: 'Overview' },
  { href: '/admin/stock', label: 'Stock' },
  { href: '/admin/holds', label: 'Holds' },
  { href: '/admin/orders', label: 'Orders' },
]

export const FOOTER_NAVIGATION: readonly { title: string; links: readonly NavigationLink[] }[] = [
  { title: 'Shop', links: MAIN_NAVIGATION },
  {
    title: 'Yours',
    links: [
      { href: '/bag', label: 'Bag' },
      { href: '/orders', label: 'Orders' },
      { href: '/account', label: 'Account' },
      { href: '/sign-in', label: 'Sign in' },
    ],
  },
]
