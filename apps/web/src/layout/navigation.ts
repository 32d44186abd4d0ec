export type NavigationLink = { href: string; label: string }

/** The shop's main ways. Every address here exists; the last one is left out where the header is narrow. */
export const MAIN_NAVIGATION: readonly NavigationLink[] = [
  { href: '/shop?sort=newest', label: 'New' },
  { href: '/shop?department=women', label: 'Women' },
  { href: '/shop?department=men', label: 'Men' },
  { href: '/shop?category=knitwear', label: 'Knitwear' },
  { href: '/shop?category=outerwear', label: 'Outerwear' },
  { href: '/shop?collection=indigo-room', label: 'Indigo room' },
]

/** What belongs to the shopper. */
export const OWN_NAVIGATION: readonly NavigationLink[] = [
  { href: '/bag', label: 'Bag' },
  { href: '/saved', label: 'Saved' },
  { href: '/quiz', label: 'Your taste' },
  { href: '/orders', label: 'Orders' },
  { href: '/account', label: 'Account' },
  { href: '/sign-in', label: 'Sign in' },
]

export const FOOTER_NAVIGATION: readonly { title: string; links: readonly NavigationLink[] }[] = [
  { title: 'Shop', links: MAIN_NAVIGATION.slice(0, 5) },
  {
    title: 'Collections',
    links: [
      { href: '/shop?collection=the-first-cold-morning', label: 'The first cold morning' },
      { href: '/shop?collection=indigo-room', label: 'Indigo room' },
      { href: '/shop?collection=soft-tailoring', label: 'Soft tailoring' },
      { href: '/shop?collection=the-quiet-uniform', label: 'The quiet uniform' },
    ],
  },
  {
    title: 'Yours',
    links: OWN_NAVIGATION,
  },
]
