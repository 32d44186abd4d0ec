import type { ReactNode } from 'react'
import { Badge, StockBadge, type StockState } from './badge'
import { classNames } from './class-names'
import { Link } from './link'
import { Picture } from './picture'
import { Price } from './price'
import { SecondPicture } from './second-picture'

export type CardPicture = { imageKey: string; tint?: string | undefined }
export type CardColour = { name: string; hex: string }

export type ProductCardProps = {
  /** Where the card leads, for example `/p/marlow-overshirt`. */
  href: string
  brand: string
  name: string
  picture: CardPicture
  /** Shown under the pointer on devices that have one. */
  secondPicture?: CardPicture | undefined
  alt?: string
  priceMinor: number
  wasMinor?: number | undefined
  currency: string
  fromPrice?: boolean
  colours?: readonly CardColour[]
  stock?: StockState | undefined
  /** One word on the picture: `New`, `Pre-order`. */
  flag?: string | undefined
  /** Why it is shown here, for personal rails. */
  reason?: string | undefined
  sizes?: string
  /** A small control in the picture's corner. */
  corner?: ReactNode
  priority?: boolean
  /** The level that follows the heading above the card: 3 below a rail's title, 2 directly below the page's. */
  level?: 2 | 3
  className?: string
}

const COLOUR_DOTS_MAX = 5

/** One product in a grid or rail: one link, whose area is the whole card and whose name is brand and product. */
export const ProductCard = ({
  href,
  brand,
  name,
  picture,
  secondPicture,
  alt = '',
  priceMinor,
  wasMinor,
  currency,
  fromPrice = false,
  colours = [],
  stock,
  flag,
  reason,
  corner,
  sizes = '(min-width: 80rem) 22vw, (min-width: 48rem) 31vw, 46vw',
  priority = false,
  level = 3,
  className,
}: ProductCardProps) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className={classNames('group relative flex flex-col', className)}>
      <div className="relative overflow-hidden bg-sunk">
        <Picture {...picture} alt={alt} sizes={sizes} priority={priority} />
        {secondPicture ? <SecondPicture {...secondPicture} sizes={sizes} /> : null}
        {flag ? <Badge className="absolute top-2 left-2">{flag}</Badge> : null}
        {corner ? <div className="absolute right-0 bottom-0 z-10">{corner}</div> : null}
        <span
          aria-hidden="true"
          className="selvedge absolute inset-x-0 bottom-0 origin-left scale-x-0 transition-transform duration-(--medium) ease-drape group-focus-within:scale-x-100 group-hover:scale-x-100"
        />
      </div>
      <div className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 pt-3">
        <Heading className="min-w-0 text-small">
          <Link href={href} className="after:absolute after:inset-0 after:content-['']">
            <span className="label-caps block truncate text-soft">
              {brand}
              <span className="sr-only">, </span>
            </span>
            <span className="mt-0.5 block font-medium text-balance">{name}</span>
          </Link>
        </Heading>
        <ColourDots colours={colours} />
        <Price nowMinor={priceMinor} wasMinor={wasMinor} currency={currency} from={fromPrice} className="text-small" />
        {stock ? <StockBadge state={stock} className="col-span-2" /> : null}
        {reason ? <p className="col-span-2 text-note text-soft">{reason}</p> : null}
      </div>
    </article>
  )
}

const ColourDots = ({ colours }: { colours: readonly CardColour[] }) => {
  if (colours.length < 2) return <span />
  const shown = colours.slice(0, COLOUR_DOTS_MAX)
  return (
    <div className="row-span-2 flex items-center gap-1 self-start pt-0.5">
      <span className="sr-only">{colours.length} colours</span>
      {shown.map(({ name, hex }) => (
        <span
          key={name}
          aria-hidden="true"
          title={name}
          style={{ backgroundColor: hex }}
          className="size-2.5 rounded-full border border-edge"
        />
      ))}
      {colours.length > shown.length ? (
        <span aria-hidden="true" className="figures text-label text-soft">
          +{colours.length - shown.length}
        </span>
      ) : null}
    </div>
  )
}
