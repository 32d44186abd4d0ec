'use client'

import type { ProductDetail } from '@selvedge/core'
import { SizeButton, SizeGroup } from '@/components/size-button'
import { type StockBySku, sizesIn } from './product-choice'

export type SizeChoiceProps = {
  product: ProductDetail
  stock: StockBySku
  colour: string
  size: string | undefined
  onChoose: (size: string) => void
  /** Said when the button was pressed without a size. */
  missing: boolean
}

/** Where the focus goes when a size is missing. */
export const SIZES_ID = 'sizes'

/** All sizes as buttons; sold-out ones can be pressed too, and then tell what there is instead. */
export const SizeChoiceGroup = ({ product, stock, colour, size, onChoose, missing }: SizeChoiceProps) => {
  if (product.sizes.length <= 1) return null
  const chosen = product.sizes.find(({ value }) => value === size)
  return (
    <div id={SIZES_ID} tabIndex={-1} className="outline-0">
      <p aria-hidden="true" className="mb-2 text-small">
        <span className="text-soft">Size </span>
        <span className="font-medium">{chosen?.label ?? 'choose yours'}</span>
      </p>
      <SizeGroup>
        {sizesIn(product, colour, stock).map(({ size: value, label, availability }) => (
          <SizeButton
            key={value}
            size={label}
            availability={availability}
            selected={value === size}
            onClick={() => onChoose(value)}
          />
        ))}
      </SizeGroup>
      <p role="alert" className="pt-2 text-note text-thread empty:hidden">
        {missing && !chosen ? 'Choose your size first.' : null}
      </p>
    </div>
  )
}
