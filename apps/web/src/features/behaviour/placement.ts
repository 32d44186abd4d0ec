import type { Showing } from '@selvedge/core'
import { readMarks } from './card-marks'

/** Which product a card or a link in it shows, and where: placement and position come from the markup around it. */
export const placeOf = (element: Element): { productId: number; showing: Showing } | undefined => {
  const card = element.closest<HTMLElement>('[data-product]')
  const productId = Number(card?.dataset.product)
  if (!card || !Number.isInteger(productId) || productId < 1) return undefined
  const frame = card.closest<HTMLElement>('[data-placement]')
  const placement = frame?.dataset.placement ?? placementOfPath(window.location.pathname)
  const cards = [...(frame ?? document).querySelectorAll('[data-product]')]
  return {
    productId,
    showing: {
      placement,
      position: Math.max(0, cards.indexOf(card)),
      ...readMarks(card.dataset),
    },
  }
}

const placementOfPath = (path: string): string => {
  const [first = ''] = path.split('/').filter(Boolean)
  return first === '' ? 'home' : first.slice(0, 60)
}
