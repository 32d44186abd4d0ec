'use client'

import type { ProductDetail, ShownStock } from '@selvedge/core'
import { type ReactNode, useState } from 'react'
import { OwnTurn } from '@/components/own-turn'
import { Price } from '@/components/price'
import { KeepAsks } from '../gestures/kept-asks'
import { SaveButton } from '../gestures/save-button'
import { BuyBox } from './buy-box'
import { ColourChoice } from './colour-choice'
import { Gallery } from './gallery'
import { PieceAlert } from './piece-alert'
import { availableOf } from './product-choice'
import { SizeAdvice } from './size-advice'
import { SIZES_ID, SizeChoiceGroup } from './size-choice'
import { useFollowedPrices } from './use-followed-prices'
import { useProductChoice } from './use-product-choice'
import { useSpokenPrice } from './use-spoken-price'

export type ProductStageProps = {
  product: ProductDetail
  stock: readonly ShownStock[]
  askedColour?: string | undefined
  /** Facts and delivery, under the button. */
  children: ReactNode
}

/** Pictures beside the choice; both follow the colour, the choice follows the stock and what the piece costs. */
export const ProductStage = ({ product: printed, stock: initial, askedColour, children }: ProductStageProps) => {
  const product = useFollowedPrices(printed)
  const choice = useProductChoice(product, initial, askedColour)
  const [isMissing, setMissing] = useState(false)
  const askForSize = () => {
    setMissing(true)
    document.getElementById(SIZES_ID)?.querySelector('button')?.focus()
  }
  const media = product.media.filter(({ colour }) => colour === choice.colour)
  const hex = product.colours.find(({ value }) => value === choice.colour)?.hex
  const priced = choice.chosen ?? product.variants.find(({ colour }) => colour === choice.colour) ?? product.variants[0]
  useSpokenPrice(priced, product.currency)
  return (
    <div className="lg:page-width lg:grid lg:grid-cols-[minmax(0,1.55fr)_minmax(22rem,1fr)] lg:gap-14 xl:gap-20">
      <Gallery
        key={choice.colour}
        media={media}
        tint={hex ? `color-mix(in oklab, ${hex} 16%, var(--sunk))` : undefined}
      />
      <div className="px-gutter pt-6 lg:sticky lg:top-26 lg:self-start lg:px-0 lg:pt-2">
        <div className="-mt-3 -mr-3 flex items-center justify-between">
          <p className="label-caps text-soft">{product.brand.name}</p>
          <SaveButton productId={product.productId} name={`${product.brand.name} ${product.title}`} />
        </div>
        <h1 className="font-display text-headline tracking-tight text-balance">{product.title}</h1>
        {priced ? (
          <Price
            nowMinor={priced.priceMinor}
            wasMinor={priced.compareAtMinor}
            currency={product.currency}
            from={!choice.chosen && new Set(product.variants.map(({ priceMinor }) => priceMinor)).size > 1}
            className="mt-3 text-lead"
          />
        ) : null}
        <div className="mt-7 flex flex-col gap-7">
          <ColourChoice product={product} stock={choice.stock} colour={choice.colour} onChoose={choice.chooseColour} />
          <SizeChoiceGroup
            product={product}
            stock={choice.stock}
            colour={choice.colour}
            size={choice.size}
            onChoose={choice.chooseSize}
            missing={isMissing}
          />
          <KeepAsks isBack={(sku) => availableOf(choice.stock, sku) > 0}>
            <BuyBox product={product} initial={initial} {...choice} onMissingSize={askForSize} />
            {/* Asked for once the button is alive. */}
            <OwnTurn>
              <PieceAlert product={product} stock={choice.stock} colour={choice.colour} size={choice.size} />
              <SizeAdvice productId={product.productId} sizes={product.sizes} />
            </OwnTurn>
          </KeepAsks>
        </div>
        {children}
      </div>
    </div>
  )
}
