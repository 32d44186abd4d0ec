'use client'

import type { ProductDetail } from '@selvedge/core'
import { ColourSwatch } from '@/components/colour-swatch'
import { isColourSoldOut, type StockBySku } from './product-choice'

export type ColourChoiceProps = {
  product: ProductDetail
  stock: StockBySku
  colour: string
  onChoose: (colour: string) => void
}

/** Colours as swatches with the name of the chosen one; a sold-out colour stays and says so. */
export const ColourChoice = ({ product, stock, colour, onChoose }: ColourChoiceProps) => {
  const chosen = product.colours.find(({ value }) => value === colour)
  return (
    <fieldset>
      <legend className="text-small">
        <span className="text-soft">Colour </span>
        <span className="font-medium">{chosen?.label}</span>
      </legend>
      <div className="mt-1 -ml-2 flex flex-wrap">
        {product.colours.map(({ value, label, hex }) => (
          <ColourSwatch
            key={value}
            name={label}
            hex={hex ?? 'var(--sunk)'}
            selected={value === colour}
            soldOut={isColourSoldOut(product, value, stock)}
            onClick={() => onChoose(value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
