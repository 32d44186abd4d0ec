'use client'

import type { ProductDetail, ShownStock } from '@selvedge/core'
import { useEffect } from 'react'
import { StockBadge, type StockState } from '@/components/badge'
import { Button } from '@/components/button'
import { LiveDot } from '@/components/live-dot'
import { soon } from '@/components/when-idle'
import { fetchBagDrawer } from '../bag/drawer-code'
import { useAddToBag } from '../bag/use-add-to-bag'
import { useBag } from '../bag/use-bag'
import { record } from '../behaviour/recorder'
import { NotSentThere } from '../delivery/not-sent-there'
import { NotifyMe } from '../gestures/notify-me'
import { useLiveStatus } from '../live/use-live-stock'
import { useConnection } from '../offline/connection'
import { formatDay } from './format-day'
import {
  availabilityOf,
  availableOf,
  expectedOn,
  isUnread,
  otherColoursWith,
  outlookOf,
  type StockBySku,
  type Variant,
} from './product-choice'

type Props = {
  product: ProductDetail
  initial: readonly ShownStock[]
  stock: StockBySku
  colour: string
  size: string | undefined
  chosen: Variant | undefined
  chooseColour: (colour: string) => void
  /** The button was pressed before a size was chosen. */
  onMissingSize: () => void
}

/** The button, and beside it what is literally true of the chosen size now. */
export const BuyBox = ({ product, initial, stock, colour, size, chosen, chooseColour, onMissingSize }: Props) => {
  const live = useLiveStatus() === 'live'
  const { add, isAdding } = useAddToBag()
  const { bag } = useBag()
  const { isOffline } = useConnection()
  const mine = bag?.lines.find((line) => line.sku === chosen?.sku)
  const available = chosen ? availableOf(stock, chosen.sku) : 0
  const isBlind = chosen !== undefined && isUnread(stock, chosen.sku)
  const outlook = chosen && available === 0 ? outlookOf(initial, chosen.sku, stock) : undefined
  const state = chosen && !isBlind ? stockState(available, expectedOn(initial, chosen.sku), outlook) : undefined
  const isGone = size !== undefined && available === 0 && !outlook
  // Who has chosen a size presses next; a piece of one size was chosen by nobody, there the hand on the button tells.
  const hasChosen = chosen !== undefined && product.sizes.length > 1
  useEffect(() => (hasChosen ? soon(fetchBagDrawer) : undefined), [hasChosen])
  const others = size ? otherColoursWith(product, size, colour, stock) : []

  const put = () => {
    if (!chosen) return onMissingSize()
    const picture = product.media.find((one) => one.colour === colour && one.view === 'front')
    const piece = {
      sku: chosen.sku,
      productId: product.productId,
      slug: product.slug,
      title: product.title,
      brand: product.brand.name,
      colour: product.colours.find(({ value }) => value === colour)?.label ?? colour,
      size: product.sizes.find(({ value }) => value === size)?.label ?? chosen.size,
      pictureKey: picture?.pictureKey ?? '',
      unitPriceMinor: chosen.priceMinor,
      currency: product.currency,
      allowFuture: outlook !== undefined,
    }
    const { productId } = product
    add(piece, () => record({ kind: 'add', productId, sku: chosen.sku, size: chosen.size, colour }))
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex min-h-5 items-center justify-between gap-4">
        {state ? (
          <StockBadge state={state} />
        ) : (
          <span className="text-note text-soft">
            {isBlind ? 'Stock cannot be read now; the bag will check it' : 'Choose a size to see its stock'}
          </span>
        )}
        <LiveDot live={live} label={live ? 'Live stock' : 'As of when the page opened'} />
      </div>
      <NotSentThere brand={product.brand} />
      <Button
        size="large"
        wide
        loading={isAdding}
        aria-disabled={isGone || isOffline}
        onPointerEnter={fetchBagDrawer}
        onFocus={fetchBagDrawer}
        onClick={() => isGone || isOffline || put()}
      >
        {buttonWords(chosen, available, isGone, outlook)}
      </Button>
      {outlook ? <p className="text-note text-soft">{outlookNote(outlook)}</p> : null}
      {isOffline ? <p className="text-small">You are offline. A piece can only be held with a connection.</p> : null}
      {chosen && isGone && !isBlind && !mine ? (
        <NotifyMe
          key={chosen.sku}
          sku={chosen.sku}
          sizeLabel={product.sizes.find(({ value }) => value === size)?.label ?? chosen.size}
        />
      ) : null}
      {mine ? (
        <p className="text-note text-soft">
          {mine.promise ? `${mine.quantity} already in your bag.` : mineWords(mine.quantity, available)}
        </p>
      ) : null}
      {chosen && available === 0 && others.length > 0 ? (
        <p className="text-small">
          In this size there is still{' '}
          {others.map(({ value, label }, place) => (
            <span key={value}>
              {place > 0 ? ', ' : ''}
              <button type="button" className="thread-link" onClick={() => chooseColour(value)}>
                {label}
              </button>
            </span>
          ))}
          .
        </p>
      ) : null}
      {!chosen && size ? <p className="text-small">This colour is not made in that size.</p> : null}
    </div>
  )
}

const buttonWords = (
  chosen: Variant | undefined,
  available: number,
  isGone: boolean,
  outlook: ShownStock['outlook'],
): string => {
  if (outlook) return outlook.kind === 'preorder' ? 'Pre-order' : 'Order now, ships later'
  if (!chosen) return isGone ? 'Not made in this size' : 'Put in the bag'
  return available > 0 ? 'Put in the bag' : 'Sold out in this size'
}

const outlookNote = ({ kind, shipsOn, lateSince }: NonNullable<ShownStock['outlook']>): string => {
  const from = kind === 'preorder' ? 'Yours from a shipment that is on its way.' : 'On order with its maker.'
  if (shipsOn !== undefined) return `${from} If its day moves, your order shows the new one.`
  const known = lateSince === undefined ? 'Its day is not known now' : 'It is late, and nobody has named another day'
  return `${from} ${known}: we tell you as soon as there is one.`
}

const mineWords = (quantity: number, available: number): string => {
  if (available === 0) return quantity === 1 ? 'The last one is in your bag.' : `The last ${quantity} are in your bag.`
  return `${quantity} already in your bag.`
}

const stockState = (available: number, expected: string | undefined, outlook: ShownStock['outlook']): StockState => {
  const availability = availabilityOf(available)
  if (availability.kind === 'low') return { kind: 'few', left: availability.left }
  if (availability.kind === 'available') return { kind: 'in-stock' }
  if (outlook?.shipsOn) return { kind: outlook.kind, shipsBy: formatDay(outlook.shipsOn) }
  if (outlook?.lateSince) return { kind: 'overdue', since: formatDay(outlook.lateSince) }
  if (outlook) return { kind: 'coming' }
  return expected ? { kind: 'later', shipsFrom: formatDay(expected) } : { kind: 'sold-out' }
}
