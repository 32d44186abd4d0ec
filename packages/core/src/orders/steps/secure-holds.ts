import type { StockRejection } from '../../inventory/rejections'
import { accept, type Result, reject } from '../../result'
import type { Checkout, CheckoutLine } from '../saga'
import { originOf, type StepDeps } from './deps'

type Standing = 'held' | 'committed' | 'missing' | 'gone'

/** How each line's reservation stands. `gone`: it was resolved, or is due: a new id is needed. */
export const holdStandings = async (
  { stockReader }: StepDeps,
  { cartId, lines }: Checkout,
): Promise<ReadonlyMap<number, Standing>> => {
  const { now, rows } = await stockReader.reservations(
    cartId,
    lines.map((line) => line.holdId),
  )
  const byId = new Map(rows.map((row) => [row.reservationId, row]))
  const standing = ({ holdId }: CheckoutLine): Standing => {
    const row = byId.get(holdId)
    if (!row) return 'missing'
    if (row.state === 'committed') return 'committed'
    return row.state === 'held' && row.expiresAt.getTime() > now.getTime() ? 'held' : 'gone'
  }
  return new Map(lines.map((line) => [line.lineNo, standing(line)]))
}

/** New reservation ids for the lines whose hold is gone. */
export const renewedHolds = (
  { newId }: StepDeps,
  standings: ReadonlyMap<number, Standing>,
): ReadonlyMap<number, string> =>
  new Map([...standings].flatMap(([lineNo, standing]) => (standing === 'gone' ? [[lineNo, newId()] as const] : [])))

/**
 * Every line held for the length of a payment: live holds are extended, lines without one take a checkout hold, all
 * of them or none. Idempotent: what is held already is extended, what is committed is left alone.
 */
export const secureHolds = async (
  deps: StepDeps,
  checkout: Checkout,
  standings: ReadonlyMap<number, Standing>,
): Promise<Result<void, StockRejection>> => {
  const { cartId, userId, lines, orderId } = checkout
  const { holdPolicy: policy } = await deps.channels.current()
  const of = (standing: Standing) => lines.filter((line) => standings.get(line.lineNo) === standing)
  const named = (line: CheckoutLine) => ({ reservationId: line.holdId, variantId: line.variantId })
  const common = { origin: originOf(checkout), cause: { type: 'order', id: orderId }, policy } as const

  const held = of('held').map(named)
  if (held.length > 0) {
    const extended = await deps.stock.execute({ kind: 'extend', by: 'payment', cartId, holds: held, ...common })
    if (!extended.ok) return reject(extended.error)
  }
  const missing = of('missing')
  if (missing.length > 0) {
    const variantIds = missing.map((line) => line.variantId)
    const destination = checkout.country === undefined ? undefined : { country: checkout.country }
    const allocation = await deps.allocation?.guide(variantIds, destination)
    const taken = await deps.stock.execute({
      kind: 'hold',
      purpose: 'checkout',
      holder: { cartId, ...(userId === undefined ? {} : { shopperId: userId }) },
      lines: missing.map((line) => ({
        ...named(line),
        units: line.quantity,
        allowFuture: line.allowFuture ?? false,
      })),
      ...(allocation ? { allocation } : {}),
      ...common,
    })
    if (!taken.ok) return reject(taken.error)
  }
  return accept(undefined)
}
