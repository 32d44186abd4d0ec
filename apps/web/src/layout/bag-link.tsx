import { ShoppingBag } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Link } from '../components/link'

type BagLinkProps = { count?: number } & Pick<ComponentProps<typeof Link>, 'onClick' | 'onPointerEnter' | 'onFocus'>

/** The way to the bag, with the number of pieces in it. */
export const BagLink = ({ count = 0, ...rest }: BagLinkProps) => (
  <Link
    {...rest}
    href="/bag"
    aria-label={count === 0 ? 'Bag, empty' : `Bag, ${count} ${count === 1 ? 'piece' : 'pieces'}`}
    className="relative inline-flex size-touch items-center justify-center hover:text-thread"
  >
    <ShoppingBag aria-hidden="true" strokeWidth={1.5} className="size-5" />
    {count > 0 ? (
      <span
        aria-hidden="true"
        className="figures absolute top-1.5 right-1 inline-flex h-4.5 min-w-4.5 items-center justify-center bg-thread px-1 text-label font-strong text-on-thread"
      >
        {count > 99 ? '99+' : count}
      </span>
    ) : null}
  </Link>
)
