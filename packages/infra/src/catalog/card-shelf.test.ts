import { standInCard } from '@selvedge/core/testing/feed'
import { expect, test } from 'vitest'
import { createCardShelf } from './card-shelf'

const namesOf = (cards: readonly { readonly productId: number }[]): number[] => cards.map(({ productId }) => productId)

test('what is forgotten while something is read is no reason to show less', async () => {
  let forgetNow = (): void => undefined
  const shelf = createCardShelf(async (productIds) => {
    if (productIds.includes(3)) forgetNow()
    return productIds.map((productId) => standInCard(productId))
  })
  expect(namesOf(await shelf.cards([1, 2]))).toEqual([1, 2])
  forgetNow = () => shelf.forget()
  expect(namesOf(await shelf.cards([1, 3, 2]))).toEqual([1, 3, 2])
})
