import { EMPTY_STOCK, evolve, type StockEvent, type StockEventType } from '@selvedge/core'

/** What happened, in the words of the floor. */
export const ENTRY_WORDS: Readonly<Record<StockEventType, string>> = {
  Received: 'Received',
  Adjusted: 'Adjusted',
  Found: 'Found',
  Reserved: 'Held',
  Extended: 'Hold extended',
  Released: 'Hold released',
  Expired: 'Hold expired',
  Committed: 'Sold',
  AllocationReleased: 'Sale undone',
  Shipped: 'Shipped',
  ShortMarked: 'Marked short',
  ShortCleared: 'No longer short',
  SafetyStockSet: 'Safety stock set',
  OversellCapSet: 'Oversell cap set',
  Counted: 'Counted',
  SoldAtTill: 'Sold at the till',
  ReturnedRestocked: 'Returned to stock',
  ReturnedQuarantined: 'Returned, set aside',
  ReturnedWrittenOff: 'Returned, written off',
  TransferredOut: 'Sent to another location',
  TransferredIn: 'Came from another location',
  TransferLost: 'Lost on the way',
  Damaged: 'Damaged',
  QualityHeld: 'Held for quality',
  QualityReleased: 'Released by quality',
  WrittenOff: 'Written off',
  PromiseMade: 'Date promised',
  PromiseRebound: 'Promise moved',
  PromiseKept: 'Promise kept',
  PromiseCancelled: 'Promise cancelled',
}

export const FIGURES = ['onHand', 'reserved', 'allocated'] as const
export type Figure = (typeof FIGURES)[number]
export const FIGURE_WORDS: Readonly<Record<Figure, string>> = {
  onHand: 'On hand',
  reserved: 'Reserved',
  allocated: 'Allocated',
}

/** What one entry does to each figure: the fold of it alone, so that it can never say something else than the fold. */
export const entryEffect = (
  entry: Pick<StockEvent, 'type' | 'quantity'>,
): Readonly<Record<Figure | 'unavailable' | 'short', number>> => evolve(EMPTY_STOCK, entry)

/** `+3`, `−2`, with a true minus; nothing for 0. */
export const signed = (units: number): string => (units === 0 ? '' : units > 0 ? `+${units}` : `−${-units}`)

/** The effect in one line: `−2 on hand`, `−1 reserved, +1 allocated`; `no units` when only the clock moved. */
export const effectWords = (entry: Pick<StockEvent, 'type' | 'quantity'>): string => {
  if (entry.type === 'SafetyStockSet' || entry.type === 'OversellCapSet') return `to ${entry.quantity}`
  const effect = entryEffect(entry)
  const parts = [
    ...FIGURES.map((figure) => [effect[figure], FIGURE_WORDS[figure].toLowerCase()] as const),
    [effect.unavailable, 'set aside'] as const,
    [effect.short, 'short'] as const,
  ]
  const moved = parts.filter(([units]) => units !== 0)
  return moved.length === 0 ? 'no units' : moved.map(([units, name]) => `${signed(units)} ${name}`).join(', ')
}
