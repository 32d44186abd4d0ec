import { effectOn, settingOf } from './entry-effect'
import { STOCK_EVENT_TYPES, type StockEventType } from './events'
import { availableToSell, EMPTY_STOCK, type StockState } from './state'

const PIECES = 1_000_000

/** What a piece of each kind of entry adds to what is available at its record. Settings are not in it. */
const EFFECTS: ReadonlyMap<StockEventType, number> = new Map(
  STOCK_EVENT_TYPES.filter((type) => settingOf(type) === undefined).map((type) => {
    const onHand = PIECES + effectOn(type, 'onHand')
    const [reserved, allocated] = [effectOn(type, 'reserved'), effectOn(type, 'allocated')]
    const after = { ...EMPTY_STOCK, onHand, reserved, allocated, unavailable: effectOn(type, 'unavailable') }
    return [type, availableToSell(after) - PIECES]
  }),
)

/**
 * Whether an entry may have made something to sell at its record where there was nothing, or the other way round: `level`
 * is what stands after it. Most movements do neither, and nobody who follows only that has to look. What is said of a
 * setting is always yes, for its entry does not tell what stood before.
 */
export const opensOrCloses = ({
  type,
  quantity,
  level,
}: {
  readonly type: StockEventType
  readonly quantity: number
  readonly level: Omit<StockState, 'version'>
}): boolean => {
  const effect = EFFECTS.get(type)
  if (effect === undefined) return true
  // Not cut off at nothing: what is promised beyond stock has to be made up for first.
  const after = level.onHand - level.allocated - level.reserved - level.unavailable - level.safetyStock
  return after > 0 !== after - effect * quantity > 0
}
