import { expect, type Locator } from '@playwright/test'
import { settled } from '../fixtures/settled'
import type { Piece } from '../fixtures/stock-keeper'
import type { Visitor } from '../fixtures/test'

export const addressOf = ({ slug, colour }: Piece): string => `/p/${slug}?colour=${encodeURIComponent(colour)}`

/** Its accessible name: `Size M`, `Size M, only 2 left`, `Size M, sold out`. */
export const sizeButton = ({ page }: Visitor, { sizeLabel }: Piece): Locator =>
  page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^Size ${sizeLabel.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(,| |$)`) })

export const buyButton = ({ page }: Visitor): Locator =>
  page.getByRole('main').getByRole('button', { name: /^(Put in the bag|Sold out in this size|Choose a size)$/ })

/** The page is open on this colour and size, and what it says of the stock is live. */
export const lookAt = async (visitor: Visitor, piece: Piece): Promise<void> => {
  await visitor.visit(addressOf(piece))
  await choose(visitor, piece)
}

export const choose = async (visitor: Visitor, piece: Piece): Promise<void> => {
  await settled(visitor.page)
  await sizeButton(visitor, piece).click()
  await expect(sizeButton(visitor, piece)).toHaveAttribute('aria-pressed', 'true')
  await expect(visitor.page.getByText('Live stock')).toBeVisible()
}

/** The drawer that opens beside the page. */
export const drawer = ({ page }: Visitor): Locator => page.getByRole('dialog', { name: 'Your bag' })

/** Puts the chosen piece into the bag and waits for the shop's own answer. */
export const putInBag = async (visitor: Visitor): Promise<void> => {
  await buyButton(visitor).click()
  await expect(drawer(visitor).getByRole('timer').first()).toHaveText(/^Held \d+:\d\d$/)
}
