import { STOCK_EVENT_TYPES, type StockEventType } from './events'
import { evolve } from './evolve'
import { EMPTY_STOCK, type StockState } from './state'

/** The figures of a level, in the order people read them. */
export const STOCK_FIGURES = [
  'onHand',
  'reserved',
  'allocated',
  'unavailable',
  'short',
  'oversellCap',
  'safetyStock',
] as const satisfies readonly Exclude<keyof StockState, 'version'>[]
export type StockFigure = (typeof STOCK_FIGURES)[number]

const after = (type: StockEventType, ...quantities: readonly number[]): StockState =>
  quantities.reduce((state, quantity) => evolve(state, { type, quantity }), EMPTY_STOCK)

/** Asked of `evolve` once a kind, never written twice: a fold by effective time wants to know it of every entry. */
const SETTING: ReadonlyMap<StockEventType, StockFigure | undefined> = new Map(
  STOCK_EVENT_TYPES.map((type) => [type, STOCK_FIGURES.find((figure) => after(type, 2, 3)[figure] === 3)]),
)

/**
 * The figure a kind of entry sets to its quantity, if it is a setting. Every other kind adds its quantity to figures or
 * takes it away, so that entries of a kind may be summed first and folded once.
 */
export const settingOf = (type: StockEventType): StockFigure | undefined => SETTING.get(type)

/** How often a kind of entry adds its quantity to a figure: 1, 0 or -1; 0 for the figure of a setting. */
export const effectOn = (type: StockEventType, figure: StockFigure): number =>
  settingOf(type) === figure ? 0 : after(type, 1)[figure]

/** The kinds of entry that move a figure, settings included. */
export const typesThatMove = (figure: StockFigure): readonly StockEventType[] =>
  STOCK_EVENT_TYPES.filter((type) => settingOf(type) === figure || effectOn(type, figure) !== 0)
