import type { CommitHolds } from '../../inventory/commands'
import type { StockOutcome } from '../../inventory/ports'
import type { Checkout, Transition } from '../saga'
import { originOf, type Step, type StepDeps } from './deps'
import { outOfStock } from './out-of-stock'
import { holdStandings, renewedHolds, secureHolds } from './secure-holds'

const commitHolds = (deps: StepDeps, checkout: Checkout) =>
  deps.stock.execute({
    kind: 'commit',
    cartId: checkout.cartId,
    holds: checkout.lines.map((line) => ({ reservationId: line.holdId, variantId: line.variantId })),
    origin: originOf(checkout),
    cause: { type: 'order', id: checkout.orderId },
  })

/** Units that come later are promised before the order stands. */
const committedTo = ({ answer }: StockOutcome<CommitHolds>): Transition => {
  const future = answer.some(({ parts }) => parts.some((part) => (part.futureUnits ?? 0) > 0))
  return { to: future ? 'promise' : 'capture', timeline: { type: 'stock-committed' } }
}

/** Held units become the order's. A hold that ended during the payment is taken again, once. */
export const commit: Step = async (deps, checkout) => {
  const committed = await commitHolds(deps, checkout)
  if (committed.ok) return committedTo(committed.value)
  const holds = renewedHolds(deps, await holdStandings(deps, checkout))
  return { to: 'retake', holds, timeline: { type: 'hold-ended-during-payment', facts: { lines: holds.size } } }
}

/** The once. If somebody else has the units by now, they keep them, and the payment is undone. */
export const retake: Step = async (deps, checkout) => {
  const secured = await secureHolds(deps, checkout, await holdStandings(deps, checkout))
  const committed = secured.ok ? await commitHolds(deps, checkout) : secured
  if (committed.ok) return committedTo(committed.value)
  return {
    to: 'undo-stock',
    rejection: await outOfStock(deps, checkout, committed.error),
    timeline: { type: 'stock-lost-during-payment' },
  }
}
