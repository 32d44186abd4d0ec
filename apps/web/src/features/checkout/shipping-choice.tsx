'use client'

import { SHIPPING_METHODS, type ShippingMethod, shippingMethodSchema } from '@selvedge/core'
import { Radio } from '@/components/choice'
import { formatMoney } from '@/components/format-money'

export type ShippingChoiceProps = {
  chosen: ShippingMethod
  subtotalMinor: number
  currency: string
  onChoose: (method: ShippingMethod) => void
}

/** How fast it comes and what that costs, before it is chosen. */
export const ShippingChoice = ({ chosen, subtotalMinor, currency, onChoose }: ShippingChoiceProps) => (
  <div className="flex flex-col gap-2">
    {shippingMethodSchema.options.map((method) => {
      const { label, priceMinor, freeFromMinor } = SHIPPING_METHODS[method]
      const isFree = freeFromMinor !== undefined && subtotalMinor >= freeFromMinor
      return (
        <Radio
          key={method}
          name="shippingMethod"
          value={method}
          label={label}
          note={isFree ? 'Free' : formatMoney(priceMinor, currency)}
          checked={chosen === method}
          onChange={() => onChoose(method)}
        />
      )
    })}
  </div>
)
