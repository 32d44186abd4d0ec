import { familyOf, type Later, type LiveProductCard } from '@selvedge/core'
import type { CardMarks } from '../behaviour/card-marks'
import { LiveStockCard } from './live-stock-card'
import type { LiveVariant } from './stock-follower'

export type LiveCardProps = {
  card: LiveProductCard
  /** Picture sizes in the layout, where it is not the usual grid. */
  sizes?: string
  priority?: boolean
  /** Colour families that were asked for: the card shows itself in one of them. */
  families?: readonly string[] | undefined
  /** Why it is shown, on a personal rail. */
  reason?: string | undefined
  /** By when, where it was chosen for what is to come. */
  later?: Later | undefined
  /** By whose choice it is shown, on a personal rail. */
  marks?: CardMarks | undefined
  /** Told what can be had now; only where the card stands in a client component. */
  onStock?: ((variants: readonly LiveVariant[]) => void) | undefined
}

/** A product of the catalogue as the kit's card. Leads to the colour that is pictured. */
export const LiveCard = ({
  card,
  sizes,
  priority = false,
  families = [],
  reason,
  later,
  marks,
  onStock,
}: LiveCardProps) => {
  const asked = families.length > 0 ? card.colours.find(({ value }) => families.includes(familyOf(value))) : undefined
  const shown = asked ?? card.colours[0]
  const isFirst = shown?.pictureKey === card.pictureKey
  return (
    <LiveStockCard
      productId={card.productId}
      href={asked ? `/p/${card.slug}?colour=${encodeURIComponent(asked.value)}` : `/p/${card.slug}`}
      brand={card.brand}
      name={card.title}
      picture={{ imageKey: shown?.pictureKey ?? card.pictureKey, tint: softTint(shown?.hex) }}
      secondPicture={isFirst && card.hoverPictureKey ? { imageKey: card.hoverPictureKey } : undefined}
      alt={isFirst ? card.alt : `${card.brand} ${card.title} in ${shown?.label.toLowerCase()}`}
      priceMinor={card.priceMinor}
      wasMinor={card.compareAtMinor}
      currency={card.currency}
      colours={card.colours.map(({ label, hex }) => ({ name: label, hex }))}
      stock={card.stock}
      later={later}
      flag={card.isNew ? 'New' : undefined}
      priority={priority}
      reason={reason}
      marks={marks}
      {...(onStock ? { onStock } : {})}
      {...(sizes ? { sizes } : {})}
    />
  )
}

/** The cloth's colour thinned into the ground: a hint of the picture before it arrives. */
const softTint = (hex: string | undefined): string | undefined =>
  hex ? `color-mix(in oklab, ${hex} 18%, var(--sunk))` : undefined
