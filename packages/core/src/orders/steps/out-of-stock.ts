import type { StockRejection } from '../../inventory/rejections'
import type { CheckoutRejection } from '../rejections'
import type { Checkout } from '../saga'
import type { StepDeps } from './deps'
import { holdStandings } from './secure-holds'

/** The stock's no in the words of the checkout: which lines, how many wanted, how many there are. */
export const outOfStock = async (
  deps: StepDeps,
  checkout: Checkout,
  refusal: StockRejection,
): Promise<CheckoutRejection> => {
  const standings = await holdStandings(deps, checkout)
  const open = checkout.lines.filter((line) => !['held', 'committed'].includes(standings.get(line.lineNo) ?? ''))
  const stock = await deps.stockReader.availability(open.map((line) => line.variantId))
  const available = new Map(stock.map((row) => [row.variantId, row.available]))
  const short = open
    .map(({ sku, variantId, quantity }) => ({
      sku,
      variantId,
      requested: quantity,
      available: available.get(variantId) ?? 0,
    }))
    .filter(
      (line) => line.available < line.requested || ('variantId' in refusal && refusal.variantId === line.variantId),
    )
  return {
    code: 'LINES_OUT_OF_STOCK',
    lines: short.map(({ sku, requested, available: left }) => ({
      sku,
      requested,
      available: Math.min(left, requested),
    })),
  }
}
