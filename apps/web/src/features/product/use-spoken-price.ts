'use client'

import { useEffect, useRef } from 'react'
import { formatMoney } from '@/components/format-money'
import { announce } from '@/components/live-region'
import type { Variant } from './product-choice'

/** Says it, once and politely, when the price moves of what one looks at. */
export const useSpokenPrice = (priced: Variant | undefined, currency: string): void => {
  const before = useRef<Pick<Variant, 'sku' | 'priceMinor'> | undefined>(undefined)
  const [sku, priceMinor] = [priced?.sku, priced?.priceMinor]
  useEffect(() => {
    if (sku === undefined || priceMinor === undefined) return
    const known = before.current
    before.current = { sku, priceMinor }
    if (known?.sku !== sku || known.priceMinor === priceMinor) return
    announce(
      `The price is ${formatMoney(priceMinor, currency)} now, it was ${formatMoney(known.priceMinor, currency)}.`,
    )
  }, [sku, priceMinor, currency])
}
