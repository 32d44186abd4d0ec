'use client'

import type { ProductDetail, ShownStock } from '@selvedge/core'
import { useEffect, useRef, useState } from 'react'
import { announce } from '@/components/live-region'
import { record } from '@/features/behaviour/recorder'
import { useLiveStock } from '../live/use-live-stock'
import { availableOf, onlySize, type StockBySku, startColour, unreadStock } from './product-choice'

/** Colour and size that are chosen, the live stock of all variants, and the chosen variant. */
export const useProductChoice = (
  product: ProductDetail,
  initial: readonly ShownStock[],
  askedColour: string | undefined,
) => {
  const skus = product.variants.map(({ sku }) => sku)
  const stock = useLiveStock(skus, initial.length > 0 ? initial : skus.map(unreadStock))
  const [colour, setColour] = useState(() => startColour(product, askedColour, stock))
  const [size, setSize] = useState(() => onlySize(product))
  const chosen = product.variants.find((variant) => variant.colour === colour && variant.size === size)
  useSpokenStock(chosen?.sku, stock)

  const chooseColour = (next: string) => {
    setColour(next)
    record({ kind: 'colour', productId: product.productId, colour: next })
    // The address follows without a round trip, so that a shared link opens in the same colour.
    const url = new URL(window.location.href)
    url.searchParams.set('colour', next)
    window.history.replaceState(null, '', url)
  }
  const chooseSize = (next: string) => {
    setSize(next)
    record({ kind: 'size', productId: product.productId, size: next, colour })
  }
  return { stock, colour, size, chosen, chooseColour, chooseSize }
}

/** Says it, once and politely, when the chosen size goes or comes back while one looks at it. */
const useSpokenStock = (sku: string | undefined, stock: StockBySku) => {
  const before = useRef<{ sku: string; available: number } | undefined>(undefined)
  useEffect(() => {
    if (sku === undefined) return
    const available = availableOf(stock, sku)
    const known = before.current
    before.current = { sku, available }
    if (known?.sku !== sku) return
    if (known.available > 0 && available === 0) announce('Someone has just taken the last one in your size.')
    if (known.available === 0 && available > 0) announce('Your size is available again.')
  }, [sku, stock])
}
