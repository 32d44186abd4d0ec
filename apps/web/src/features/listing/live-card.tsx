import type { LiveProductCard } from '@selvedge/core'
import { ProductCard } from '@/components/product-card'
import { cardStockState } from './stock-state'

export type LiveCardProps = {
  card: LiveProductCard
  /** Picture sizes in the layout, where it is not the usual grid. */
  sizes?: string
  priority?: boolean
}

/** A product of the catalogue as the kit's card. Leads to the colour that is pictured. */
export const LiveCard = ({ card, sizes, priority = false }: LiveCardProps) => (
  <ProductCard
    href={`/p/${card.slug}`}
    brand={card.brand}
    name={card.title}
    picture={{ imageKey: card.pictureKey, tint: softTint(card.colours[0]?.hex) }}
    secondPicture={card.hoverPictureKey ? { imageKey: card.hoverPictureKey } : undefined}
    alt={card.alt}
    priceMinor={card.priceMinor}
    wasMinor={card.compareAtMinor}
    currency={card.currency}
    colours={card.colours.map(({ label, hex }) => ({ name: label, hex }))}
    stock={cardStockState(card.stock)}
    flag={card.isNew ? 'New' : undefined}
    priority={priority}
    {...(sizes ? { sizes } : {})}
  />
)

/** The cloth's colour thinned into the ground: a hint of the picture before it arrives. */
const softTint = (hex: string | undefined): string | undefined =>
  hex ? `color-mix(in oklab, ${hex} 18%, var(--sunk))` : undefined
