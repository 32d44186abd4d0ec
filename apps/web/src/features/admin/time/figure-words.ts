import type { StockFigure } from '@selvedge/core'

/** Every figure of a level in the words of the floor. */
export const STOCK_FIGURE_WORDS: Readonly<Record<StockFigure, string>> = {
  onHand: 'On hand',
  reserved: 'Reserved',
  allocated: 'Allocated',
  unavailable: 'Unavailable',
  short: 'Short',
  oversellCap: 'May be promised beyond stock',
  safetyStock: 'Safety stock',
}
