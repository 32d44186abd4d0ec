import type { ReactNode } from 'react'
import { classNames } from './class-names'

/**
 * Two columns on a phone, four on a desk. With `editorial` every ninth tile stands twice as wide and high,
 * alternating sides, so that a long listing has a rhythm.
 */
export const ProductGrid = ({
  children,
  editorial = false,
  className,
}: {
  children: ReactNode
  editorial?: boolean
  className?: string
}) => (
  <ul
    className={classNames(
      'grid grid-cols-2 gap-x-3 gap-y-9 md:grid-cols-3 md:gap-x-5 md:gap-y-12 xl:grid-cols-4',
      editorial &&
        'grid-flow-dense xl:[&>li:nth-child(18n+1)]:col-span-2 xl:[&>li:nth-child(18n+1)]:row-span-2 xl:[&>li:nth-child(18n+12)]:col-span-2 xl:[&>li:nth-child(18n+12)]:col-start-3 xl:[&>li:nth-child(18n+12)]:row-span-2',
      className,
    )}
  >
    {children}
  </ul>
)

/**
 * A card that a phone shows only further down. What is drawn late cannot paint outside its place: it is given room for the
 * ring of what has the focus.
 */
export const UNSEEN_CARD = 'max-md:unseen max-md:-m-1 max-md:p-1'

/** A place in the grid. */
export const ProductGridItem = ({ children, className }: { children: ReactNode; className?: string }) => (
  <li className={classNames('min-w-0', className)}>{children}</li>
)
